/** What was received, and the hand-over to its handler. */
@NullMarked
package org.bluelamp.messaging.inbox;

import org.jspecify.annotations.NullMarked;
