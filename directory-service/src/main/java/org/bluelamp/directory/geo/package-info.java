@NullMarked
package org.bluelamp.directory.geo;

import org.jspecify.annotations.NullMarked;
