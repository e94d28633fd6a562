@NullMarked
package org.bluelamp.alerts.reach;

import org.jspecify.annotations.NullMarked;
