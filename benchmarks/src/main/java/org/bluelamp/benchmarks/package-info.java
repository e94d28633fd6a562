@NullMarked
package org.bluelamp.benchmarks;

import org.jspecify.annotations.NullMarked;
