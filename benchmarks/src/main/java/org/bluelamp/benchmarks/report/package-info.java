/** What a run of the benchmarks tells: sections of tables with their conditions, as Markdown that also reads well on a console. */
@NullMarked
package org.bluelamp.benchmarks.report;

import org.jspecify.annotations.NullMarked;
