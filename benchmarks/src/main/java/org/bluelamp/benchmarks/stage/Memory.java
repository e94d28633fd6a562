package org.bluelamp.benchmarks.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.process.RunningProcess;

/**
 * What the parts of a platform hold resident at one moment.
 *
 * @param bytes by part
 */
public record Memory(Map<String, Long> bytes) {

    /** What they hold now. */
    public static Memory of(LocalPlatform platform) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (String part : platform.parts()) {
            RunningProcess.find(platform.options().folder().run(), part)
                    .ifPresent(process -> bytes.put(part, process.residentBytes()));
        }
        return new Memory(bytes);
    }

    /** Of one part, for a table; a dash when it does not run. */
    public String megabytes(String part) {
        Long held = bytes.get(part);
        return held == null ? "-" : Long.toString(held / 1_048_576);
    }

    /** Of all parts together, for a table. */
    public String megabytes() {
        return Long.toString(bytes.values().stream().mapToLong(Long::longValue).sum() / 1_048_576);
    }

    /** The larger of both for each part. */
    public Memory peak(Memory other) {
        Map<String, Long> peak = new LinkedHashMap<>(bytes);
        other.bytes.forEach((part, held) -> peak.merge(part, held, Math::max));
        return new Memory(peak);
    }
}
