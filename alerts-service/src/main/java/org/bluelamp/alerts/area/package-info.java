@NullMarked
package org.bluelamp.alerts.area;

import org.jspecify.annotations.NullMarked;
