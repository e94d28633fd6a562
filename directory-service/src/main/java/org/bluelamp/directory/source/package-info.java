@NullMarked
package org.bluelamp.directory.source;

import org.jspecify.annotations.NullMarked;
