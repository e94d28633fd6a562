package org.bluelamp.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends a signal that Java itself cannot send. */
final class Signals {

    private Signals() {}

    static void send(long pid, Launch.Farewell signal) {
        if (signal == Launch.Farewell.TERM) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            return;
        }
        try {
            // The shell's own kill: the program of that name is not installed everywhere.
            new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "kill", signal.name(), Long.toString(pid))
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
