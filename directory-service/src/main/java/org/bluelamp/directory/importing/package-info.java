/** The program that imports facts into the directory. */
@NullMarked
package org.bluelamp.directory.importing;

import org.jspecify.annotations.NullMarked;
