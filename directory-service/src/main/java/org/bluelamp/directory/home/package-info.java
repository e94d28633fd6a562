@NullMarked
package org.bluelamp.directory.home;

import org.jspecify.annotations.NullMarked;
