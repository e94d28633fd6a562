@NullMarked
package org.bluelamp.directory.meeting;

import org.jspecify.annotations.NullMarked;
