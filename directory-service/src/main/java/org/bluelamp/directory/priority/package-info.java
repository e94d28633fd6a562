@NullMarked
package org.bluelamp.directory.priority;

import org.jspecify.annotations.NullMarked;
