/** How fast the directory finds the team of a postcode and of a point, with a whole country in it. */
@NullMarked
package org.bluelamp.benchmarks.lookups;

import org.jspecify.annotations.NullMarked;
