@NullMarked
package org.bluelamp.directory.street;

import org.jspecify.annotations.NullMarked;
