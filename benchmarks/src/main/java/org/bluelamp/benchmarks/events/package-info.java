/** How long news takes by events alone, and how many events a second get through. */
@NullMarked
package org.bluelamp.benchmarks.events;

import org.jspecify.annotations.NullMarked;
