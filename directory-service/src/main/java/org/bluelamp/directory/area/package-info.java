@NullMarked
package org.bluelamp.directory.area;

import org.jspecify.annotations.NullMarked;
