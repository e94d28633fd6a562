package org.bluelamp.benchmarks.stage;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.process.RunningProcess;

/**
 * The processor time that the parts of a platform have taken since each was started, with the processes that they have
 * started and that still run.
 *
 * @param times by part
 */
public record ProcessorTime(Map<String, Duration> times) {

    /** What they have taken until now. */
    public static ProcessorTime of(LocalPlatform platform) {
        Map<String, Duration> times = new LinkedHashMap<>();
        for (String part : platform.parts()) {
            RunningProcess.find(platform.options().folder().run(), part)
                    .ifPresent(process -> times.put(part, time(process.handle())));
        }
        return new ProcessorTime(times);
    }

    private static Duration time(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What one part has taken since an earlier look for each of so many things, in milliseconds, for a table. */
    public String each(String part, ProcessorTime since, long things) {
        Duration now = times.getOrDefault(part, Duration.ZERO);
        Duration then = since.times.getOrDefault(part, Duration.ZERO);
        return String.format(Locale.ROOT, "%.2f", now.minus(then).toNanos() / 1e6 / Math.max(1, things));
    }
}
