package org.bluelamp.benchmarks.pages;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.bluelamp.benchmarks.report.Latencies;

/** How reading a page went: the time of each answer that was right, and how often it went wrong in which way. */
public final class Reading {

    private final Latencies latencies = new Latencies();
    private final LongAdder bytes = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final long began = System.nanoTime();
    private volatile Duration took = Duration.ZERO;

    void answered(long nanos, int length) {
        latencies.record(nanos);
        bytes.add(length);
    }

    void failed(String why) {
        failures.computeIfAbsent(why, key -> new LongAdder()).increment();
    }

    Reading ended() {
        took = Duration.ofNanos(System.nanoTime() - began);
        return this;
    }

    public Latencies latencies() {
        return latencies;
    }

    public String perSecond() {
        return String.format(Locale.ROOT, "%.0f", latencies.count() * 1e9 / took.toNanos());
    }

    public String kilobytes() {
        return latencies.count() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f", bytes.sum() / 1024.0 / latencies.count());
    }

    /** For a table: 0, or how many of which kind. */
    public String errors() {
        return failures.isEmpty() ? "0" : new TreeMap<>(failures).toString();
    }
}
