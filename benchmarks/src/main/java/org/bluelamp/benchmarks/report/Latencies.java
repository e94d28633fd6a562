package org.bluelamp.benchmarks.report;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/** How long each of many things took, to a thousandth of its value. Threads may record at once. */
public final class Latencies {

    private static final int DIGITS = 3;

    private final ConcurrentHistogram micros = new ConcurrentHistogram(DIGITS);

    /** Notes one that took so long. */
    public void record(long nanos) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(nanos, 0)));
    }

    /** How many were recorded. */
    public long count() {
        return micros.getTotalCount();
    }

    /** The time that this share of them took at most, for example 99.0 percent. */
    public Duration percentile(double percent) {
        return Duration.of(micros.getValueAtPercentile(percent), ChronoUnit.MICROS);
    }

    /** A percentile in milliseconds, for a table. */
    public String millis(double percent) {
        return String.format(Locale.ROOT, "%.1f", percentile(percent).toNanos() / 1e6);
    }
}
