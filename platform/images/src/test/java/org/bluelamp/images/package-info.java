/** Files that would fill the memory. */
@NullMarked
package org.bluelamp.images;

import org.jspecify.annotations.NullMarked;
