/** Police stations, front counters and contact points, and when they are open. */
@NullMarked
package org.bluelamp.directory.station;

import org.jspecify.annotations.NullMarked;
