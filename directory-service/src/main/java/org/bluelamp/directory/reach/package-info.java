/** The copy of whom alerts reach in each area, for staff. */
@NullMarked
package org.bluelamp.directory.reach;

import org.jspecify.annotations.NullMarked;
