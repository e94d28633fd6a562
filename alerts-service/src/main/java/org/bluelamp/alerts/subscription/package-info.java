@NullMarked
package org.bluelamp.alerts.subscription;

import org.jspecify.annotations.NullMarked;
