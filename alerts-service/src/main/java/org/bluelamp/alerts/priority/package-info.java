/** What teams have undertaken to work on, from the feedback service's events. */
@NullMarked
package org.bluelamp.alerts.priority;

import org.jspecify.annotations.NullMarked;
