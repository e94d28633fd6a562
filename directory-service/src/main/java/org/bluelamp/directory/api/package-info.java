@NullMarked
package org.bluelamp.directory.api;

import org.jspecify.annotations.NullMarked;
