/** Events that could not be handled, kept for a person to decide. */
@NullMarked
package org.bluelamp.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
