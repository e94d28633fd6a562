package org.bluelamp.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bluelamp.local.LocalException;

/** Runs programs that do one thing and end. */
public final class Steps {

    private Steps() {}

    /**
     * Runs a program and waits for its end.
     *
     * @param what the step in words, for the message of a failure
     * @param log what it writes is appended there
     * @throws LocalException when it fails
     */
    public static void run(String what, List<String> command, Path log) {
        Process process;
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(what + " could not be run: " + e.getMessage(), e);
        }
        try {
            if (process.waitFor() != 0) {
                throw new LocalException(what + " failed with exit code " + process.exitValue() + "; see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalException(what + " was interrupted", e);
        }
    }
}
