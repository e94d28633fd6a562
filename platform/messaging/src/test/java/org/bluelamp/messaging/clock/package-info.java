@NullMarked
package org.bluelamp.messaging.clock;

import org.jspecify.annotations.NullMarked;
