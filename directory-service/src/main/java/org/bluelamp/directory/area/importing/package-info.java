/** Boundaries of neighbourhoods from files, as forces and mapping programs write them. */
@NullMarked
package org.bluelamp.directory.area.importing;

import org.jspecify.annotations.NullMarked;
