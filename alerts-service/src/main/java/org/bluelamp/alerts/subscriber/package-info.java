@NullMarked
package org.bluelamp.alerts.subscriber;

import org.jspecify.annotations.NullMarked;
