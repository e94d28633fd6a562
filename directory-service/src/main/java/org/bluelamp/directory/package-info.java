@NullMarked
package org.bluelamp.directory;

import org.jspecify.annotations.NullMarked;
