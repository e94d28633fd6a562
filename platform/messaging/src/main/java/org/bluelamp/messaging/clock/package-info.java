/** The one clock of a service, which can be set ahead where somebody tries out what time does. */
@NullMarked
package org.bluelamp.messaging.clock;

import org.jspecify.annotations.NullMarked;
