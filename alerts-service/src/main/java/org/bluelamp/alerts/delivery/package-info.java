@NullMarked
package org.bluelamp.alerts.delivery;

import org.jspecify.annotations.NullMarked;
