package org.bluelamp.benchmarks.stage;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.platform.PlatformOptions;
import org.bluelamp.local.process.Trees;
import org.jspecify.annotations.Nullable;

/** Where benchmarks find the platform they measure: one for all, started for the first that asks. */
public final class Stage implements AutoCloseable {

    private final Path folder;
    private final PrintStream out;
    private final Clock clock = Clock.systemDefaultZone();
    /** Read by the thread that Ctrl-C starts, too. */
    private volatile @Nullable LocalPlatform platform;

    private Stage(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** A stage with nothing on it; what an earlier run left in the folder is deleted. */
    public static Stage in(Path folder, PrintStream out) {
        delete(folder);
        return new Stage(folder, out);
    }

    /** The platform with demo data, started if it does not run. */
    public LocalPlatform platform() {
        LocalPlatform running = platform;
        if (running == null || running.isClosed()) {
            say("starting the platform");
            running = open(PlatformOptions.onFreePorts(folder("platform")));
            running.start();
        }
        return running;
    }

    /** Prepares another platform, which is stopped with this stage if the benchmark did not do so. */
    public LocalPlatform open(PlatformOptions options) {
        LocalPlatform running = platform;
        if (running != null && !running.isClosed()) {
            throw new IllegalStateException("One platform at a time: two would measure each other");
        }
        LocalPlatform prepared = LocalPlatform.prepare(options, false);
        platform = prepared;
        return prepared;
    }

    /** Stops the platform that runs, so that the next who asks gets a new one. */
    public void clear() {
        LocalPlatform running = platform;
        if (running != null && !running.isClosed()) {
            running.close();
        }
        platform = null;
    }

    /** A folder for a benchmark's own things, gone after the next run has begun. */
    public Path folder(String name) {
        return folder.resolve(name);
    }

    /** Tells who waits what is being done. */
    public void say(String what) {
        out.println(LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + "  " + what);
    }

    @Override
    public void close() {
        clear();
    }

    private static void delete(Path folder) {
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The last run's files could not be deleted: " + e.getMessage(), e);
        }
    }
}
