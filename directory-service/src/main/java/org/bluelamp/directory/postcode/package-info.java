@NullMarked
package org.bluelamp.directory.postcode;

import org.jspecify.annotations.NullMarked;
