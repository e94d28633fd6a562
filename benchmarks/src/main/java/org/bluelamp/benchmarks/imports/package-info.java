/** How long the directory takes to bring in the whole country's postcodes, and what it needs for that. */
@NullMarked
package org.bluelamp.benchmarks.imports;

import org.jspecify.annotations.NullMarked;
