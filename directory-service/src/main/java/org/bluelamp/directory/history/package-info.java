/** Who changed what, from what, to what, and how it is undone. */
@NullMarked
package org.bluelamp.directory.history;

import org.jspecify.annotations.NullMarked;
