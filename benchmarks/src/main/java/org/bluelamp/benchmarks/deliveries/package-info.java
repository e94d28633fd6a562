/** One article to all subscribers of the force: deciding whom to tell, and telling them. */
@NullMarked
package org.bluelamp.benchmarks.deliveries;

import org.jspecify.annotations.NullMarked;
