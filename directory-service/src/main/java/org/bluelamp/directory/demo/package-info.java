@NullMarked
package org.bluelamp.directory.demo;

import org.jspecify.annotations.NullMarked;
