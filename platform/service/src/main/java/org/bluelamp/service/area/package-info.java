@NullMarked
package org.bluelamp.service.area;

import org.jspecify.annotations.NullMarked;
