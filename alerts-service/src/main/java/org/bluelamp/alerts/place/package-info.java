/** Places of subscribers' own: circles and drawings, followed like areas. */
@NullMarked
package org.bluelamp.alerts.place;

import org.jspecify.annotations.NullMarked;
