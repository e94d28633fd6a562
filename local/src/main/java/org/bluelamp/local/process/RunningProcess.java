package org.bluelamp.local.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process known from its file of process id, perhaps started by somebody else's JVM. The file also holds when the
 * process was started, so that a number given anew to a stranger's process is never mistaken for ours.
 *
 * @param name of the part
 * @param handle the process, alive when this was read
 * @param since when it was started
 * @param port the one it serves; 0 for none
 * @param farewell the signal that asks it to end
 */
public record RunningProcess(String name, ProcessHandle handle, Instant since, int port, Farewell farewell) {

    /** The system's clock of process starts may be corrected by about a second while a process runs. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The process of the name if it runs. */
    public static Optional<RunningProcess> find(Path run, String name) {
        Path file = run.resolve(name + ".pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(values.getProperty("pid", ""));
            Instant since = Instant.parse(values.getProperty("since", ""));
            int port = Integer.parseInt(values.getProperty("port", "0"));
            Farewell farewell = Farewell.valueOf(values.getProperty("farewell", "TERM"));
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> startedAt(handle, since))
                    .map(handle -> new RunningProcess(name, handle, since, port, farewell));
        } catch (RuntimeException e) {
            // A file that was only half written: the process was killed with its supervisor in that moment.
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle handle, Instant since) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, since).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    /** Writes the file for a process. */
    public static void write(Path run, String name, ProcessHandle handle, int port, Farewell farewell) {
        Properties values = new Properties();
        values.setProperty("pid", Long.toString(handle.pid()));
        values.setProperty(
                "since", handle.info().startInstant().orElseGet(Instant::now).toString());
        values.setProperty("port", Integer.toString(port));
        values.setProperty("farewell", farewell.name());
        try {
            Files.createDirectories(run);
            try (Writer writer = Files.newBufferedWriter(run.resolve(name + ".pid"))) {
                values.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not note the process id of " + name + " in " + run, e);
        }
    }

    /** Removes the file. */
    public static void forget(Path run, String name) {
        try {
            Files.deleteIfExists(run.resolve(name + ".pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the process to end and waits; after the given patience it is ended without asking. */
    public void stop(Duration patience) {
        farewell.to(handle);
        if (!endsWithin(patience)) {
            handle.descendants().toList().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
            endsWithin(Duration.ofSeconds(5));
        }
    }

    private boolean endsWithin(Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Memory held now, in bytes, with that of the process's children; 0 where the system does not tell. */
    public long residentBytes() {
        return ResidentMemory.of(handle);
    }
}
