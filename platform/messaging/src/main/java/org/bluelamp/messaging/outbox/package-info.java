/** Where announcements wait until the broker has them. */
@NullMarked
package org.bluelamp.messaging.outbox;

import org.jspecify.annotations.NullMarked;
