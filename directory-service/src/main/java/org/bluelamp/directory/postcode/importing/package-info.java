/** The national tables of postcodes, as the Office for National Statistics and Ordnance Survey publish them. */
@NullMarked
package org.bluelamp.directory.postcode.importing;

import org.jspecify.annotations.NullMarked;
