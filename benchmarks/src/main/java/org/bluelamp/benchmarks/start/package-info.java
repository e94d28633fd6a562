/** How long the parts take to start, and what memory they then hold. */
@NullMarked
package org.bluelamp.benchmarks.start;

import org.jspecify.annotations.NullMarked;
