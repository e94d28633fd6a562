@NullMarked
package org.bluelamp.alerts.webhook;

import org.jspecify.annotations.NullMarked;
