/** Measurements of load and size, each a program that ends with figures and the conditions they hold under. */
@NullMarked
package org.bluelamp.benchmarks;

import org.jspecify.annotations.NullMarked;
