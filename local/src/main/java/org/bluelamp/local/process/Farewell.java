package org.bluelamp.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signal that asks a process to end by itself. */
public enum Farewell {
    /** What most programs understand. */
    TERM,
    /** PostgreSQL's fast shutdown: its TERM waits until every client has left. */
    INT;

    void to(ProcessHandle process) {
        if (this == TERM) {
            process.destroy();
            return;
        }
        try {
            // Java cannot send it. The shell's own kill: the program of that name is not installed everywhere.
            new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "kill", name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
