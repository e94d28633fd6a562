package org.bluelamp.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process we started and answer for.
 *
 * <p>It runs in a session of its own, so that Ctrl-C reaches only us and we end the parts in the right order. A leash, a
 * shell waiting on a pipe from this JVM, ends it should this JVM be killed before it could do so itself.
 */
public final class ChildProcess {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** Waits for the pipe to close, then asks process $1 with signal $2, and after ten seconds insists. */
    private static final String LEASH = """
            trap '' INT HUP TERM
            read -r _
            kill -s "$2" "$1" 2>/dev/null || exit 0
            i=0
            while [ $i -lt 100 ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; i=$((i + 1)); done
            kill -9 "$1" 2>/dev/null
            """;

    private final Launch launch;
    private final Process process;
    private final @Nullable Process leash;

    private ChildProcess(Launch launch, Process process, @Nullable Process leash) {
        this.launch = launch;
        this.process = process;
        this.leash = leash;
    }

    /** Starts the process; whether it is ready to serve is for the caller to find out. */
    public static ChildProcess start(Launch launch) {
        try {
            Files.createDirectories(launch.folder());
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            List<String> command = inOwnSession(launch.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(launch.folder().toFile())
                    .redirectInput(new java.io.File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            Process leash = leash(process.pid(), launch.farewell());
            process.onExit().thenRun(leash::destroyForcibly);
            return new ChildProcess(launch, process, leash);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + launch.name() + ": " + e.getMessage(), e);
        }
    }

    private static Process leash(long pid, Launch.Farewell farewell) throws IOException {
        return new ProcessBuilder(
                        inOwnSession(List.of("sh", "-c", LEASH, "bluelamp-leash", Long.toString(pid), farewell.name())))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> all = new ArrayList<>();
        all.add(SETSID.toString());
        all.addAll(command);
        return all;
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** When it was started. */
    public Instant startedAt() {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code, or -1 while it runs. */
    public int exitCode() {
        return process.isAlive() ? -1 : process.exitValue();
    }

    /** Where its output goes. */
    public Path log() {
        return launch.log();
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ignored -> this);
    }

    /** Asks the process to end and waits; after the given patience it is ended without asking. */
    public void stop(Duration patience) {
        if (process.isAlive()) {
            Signals.send(process.pid(), launch.farewell());
            if (!endsWithin(patience)) {
                kill();
            }
        }
        if (leash != null) {
            leash.destroyForcibly();
        }
    }

    /** Ends the process and its children at once, as a crash would. */
    public void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        endsWithin(Duration.ofSeconds(10));
    }

    private boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
