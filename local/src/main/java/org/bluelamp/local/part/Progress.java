package org.bluelamp.local.part;

import java.time.Duration;
import org.bluelamp.local.process.ChildProcess;

/** Hears what happens to the parts; called from several threads. */
public interface Progress {

    /** A part is being started. */
    void starting(String part);

    /** A part can do its work. */
    void ready(String part, Duration took);

    /** A part has been stopped as wished. */
    void stopped(String part);

    /** A process of a part has ended though nobody asked it to. */
    void died(String part, ChildProcess process);

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void starting(String part) {}

            @Override
            public void ready(String part, Duration took) {}

            @Override
            public void stopped(String part) {}

            @Override
            public void died(String part, ChildProcess process) {}
        };
    }
}
