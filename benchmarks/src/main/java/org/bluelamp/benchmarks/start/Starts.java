package org.bluelamp.benchmarks.start;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bluelamp.local.part.Progress;
import org.bluelamp.local.process.ChildProcess;

/** Takes the time of parts that start. */
final class Starts implements Progress {

    private final Map<String, Duration> took = new ConcurrentHashMap<>();
    private final Map<String, Duration> readyAfter = new ConcurrentHashMap<>();
    private volatile long began;
    private volatile Duration everything = Duration.ZERO;

    /** Starts all parts. */
    void time(Runnable start) {
        began = System.nanoTime();
        start.run();
        everything = since(began);
    }

    /** Starts one part. */
    void time(String part, Runnable start) {
        long begin = System.nanoTime();
        start.run();
        took.put(part, since(begin));
    }

    /** What the part itself took; zero when it did not start. */
    Duration of(String part) {
        return took.getOrDefault(part, Duration.ZERO);
    }

    /** From the beginning until a resident could have seen the home page. */
    Duration firstPage() {
        Duration gateway = readyAfter.getOrDefault("gateway", Duration.ZERO);
        Duration directory = readyAfter.getOrDefault("directory", Duration.ZERO);
        return gateway.compareTo(directory) > 0 ? gateway : directory;
    }

    Duration everything() {
        return everything;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @Override
    public void starting(String part) {}

    @Override
    public void ready(String part, Duration time) {
        took.putIfAbsent(part, time);
        readyAfter.putIfAbsent(part, since(began));
    }

    @Override
    public void stopped(String part) {}

    @Override
    public void died(String part, ChildProcess process) {}
}
