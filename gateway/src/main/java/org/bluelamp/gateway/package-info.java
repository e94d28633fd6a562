@NullMarked
package org.bluelamp.gateway;

import org.jspecify.annotations.NullMarked;
