package org.bluelamp.directory.area;

import java.time.Clock;
import java.time.Instant;

/** Keeps the rules. */
public sealed interface Area {

    /** Known by name since an instant. */
    record Named(String name, Instant since) implements Area {
        public static Named from(String name, Clock clock) {
            return new Named(name, clock.instant());
        }
    }
}
