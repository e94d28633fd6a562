@NullMarked
package org.bluelamp.messaging;

import org.jspecify.annotations.NullMarked;
