/** The platform that is measured, and the ways into it that the benchmarks share. */
@NullMarked
package org.bluelamp.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
