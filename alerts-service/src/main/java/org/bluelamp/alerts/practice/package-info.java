/** Practice mode: outside production deliveries are simulated, but for a few addresses. */
@NullMarked
package org.bluelamp.alerts.practice;

import org.jspecify.annotations.NullMarked;
