@NullMarked
package org.bluelamp.directory.team;

import org.jspecify.annotations.NullMarked;
