package org.bluelamp.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process we started and answer for.
 *
 * <p>It runs in a session of its own, so that Ctrl-C reaches only us and we end the parts in the right order. A leash, a
 * shell waiting on a pipe from this JVM, ends it should this JVM be killed before it could do so itself.
 */
public final class ChildProcess {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long LARGE_LOG_BYTES = 20_000_000;
    private static final Duration WHILE_RECORDING = Duration.ofSeconds(6);

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
    private volatile boolean askedToEnd;

    private ChildProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    /** Starts the process; whether it is ready to serve is for the caller to find out. */
    public static ChildProcess start(Launch launch) {
        try {
            Files.createDirectories(launch.folder());
            Files.createDirectories(launch.run());
            putAsideIfLarge(launch.log());
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(launch.command()))
                    .directory(launch.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            Process leash = leash(process.pid(), launch.farewell());
            process.onExit().thenRun(leash::destroyForcibly);
            RunningProcess.write(launch.run(), launch.name(), process.toHandle(), launch.port(), launch.farewell());
            return new ChildProcess(launch, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + launch.name() + ": " + e.getMessage(), e);
        }
    }

    private static Process leash(long pid, Farewell farewell) throws IOException {
        return new ProcessBuilder(
                        inOwnSession(List.of("sh", "-c", LEASH, "bluelamp-leash", Long.toString(pid), farewell.name())))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
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

    private static void putAsideIfLarge(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What it was started as. */
    public String name() {
        return launch.name();
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
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

    /** Whether its end was our wish. */
    public boolean wasAskedToEnd() {
        return askedToEnd;
    }

    /**
     * Asks the process to end and waits; after the given patience, or sooner when it only holds on to write its class
     * cache, it is ended without asking.
     */
    public void stop(Duration patience) {
        askedToEnd = true;
        if (process.isAlive()) {
            Duration limit = AheadCache.isRecording(launch.command()) ? shorter(patience, WHILE_RECORDING) : patience;
            launch.farewell().to(process.toHandle());
            if (!endsWithin(limit)) {
                kill();
            }
        }
        RunningProcess.forget(launch.run(), launch.name());
    }

    /** Ends the process and its children at once, as a crash would. */
    public void kill() {
        askedToEnd = true;
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        endsWithin(Duration.ofSeconds(10));
        RunningProcess.forget(launch.run(), launch.name());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
