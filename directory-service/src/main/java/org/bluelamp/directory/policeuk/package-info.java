@NullMarked
package org.bluelamp.directory.policeuk;

import org.jspecify.annotations.NullMarked;
