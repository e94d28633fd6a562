/** What providers tell after they took an email: that it came back, or that its receiver complained. */
@NullMarked
package org.bluelamp.alerts.bounce;

import org.jspecify.annotations.NullMarked;
