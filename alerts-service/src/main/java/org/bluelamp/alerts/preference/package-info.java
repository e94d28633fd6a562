/** How often a subscriber wants to hear of an area, and of what. */
@NullMarked
package org.bluelamp.alerts.preference;

import org.jspecify.annotations.NullMarked;
