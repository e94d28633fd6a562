/** How many pages a second, and how fast, to a few readers and to a crowd. */
@NullMarked
package org.bluelamp.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
