/** What residents read of a round in which very many took part, and how fast concerns and voices are taken in. */
@NullMarked
package org.bluelamp.benchmarks.feedback;

import org.jspecify.annotations.NullMarked;
