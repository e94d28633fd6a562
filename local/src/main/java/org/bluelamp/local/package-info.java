@NullMarked
package org.bluelamp.local;

import org.jspecify.annotations.NullMarked;
