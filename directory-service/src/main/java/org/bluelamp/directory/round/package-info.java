@NullMarked
package org.bluelamp.directory.round;

import org.jspecify.annotations.NullMarked;
