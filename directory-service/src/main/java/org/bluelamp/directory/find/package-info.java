@NullMarked
package org.bluelamp.directory.find;

import org.jspecify.annotations.NullMarked;
