@NullMarked
package org.bluelamp.alerts.meeting;

import org.jspecify.annotations.NullMarked;
