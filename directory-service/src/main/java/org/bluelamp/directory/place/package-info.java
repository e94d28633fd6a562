@NullMarked
package org.bluelamp.directory.place;

import org.jspecify.annotations.NullMarked;
