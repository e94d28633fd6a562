/** The desk of staff: which teams need a look, and for one area everything that is kept about it and who changed what. */
@NullMarked
package org.bluelamp.directory.desk;

import org.jspecify.annotations.NullMarked;
