@NullMarked
package org.bluelamp.testing;

import org.jspecify.annotations.NullMarked;
