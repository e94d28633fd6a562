package org.bluelamp.benchmarks;

import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.stage.Stage;

/** One measurement. It asserts nothing: what it finds, errors included, goes into its section of the report. */
public interface Benchmark {

    /** What people call it, for example {@code pages}. */
    String name();

    /** Whether it takes so long that it runs only when it is asked for by its name. */
    default boolean isLong() {
        return false;
    }

    /** Measures; takes minutes. */
    Section run(Stage stage) throws Exception;
}
