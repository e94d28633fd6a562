/** Large things that are read from the database, held in memory, and read again when they change there. */
@NullMarked
package org.bluelamp.directory.held;

import org.jspecify.annotations.NullMarked;
