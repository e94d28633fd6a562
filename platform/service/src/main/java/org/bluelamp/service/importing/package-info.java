/** The frame of {@code bluelamp import}: what an import is, how it is asked for and how it says what it did. */
@NullMarked
package org.bluelamp.service.importing;

import org.jspecify.annotations.NullMarked;
