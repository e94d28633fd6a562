@NullMarked
package org.bluelamp.directory.yourarea;

import org.jspecify.annotations.NullMarked;
