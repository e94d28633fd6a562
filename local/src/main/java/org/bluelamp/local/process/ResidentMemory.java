package org.bluelamp.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory a process holds, as Linux tells it under {@code /proc}. */
final class ResidentMemory {

    private ResidentMemory() {}

    /**
     * What is resident of the process itself, and of each child its proportional share: PostgreSQL's children all map
     * the same buffers, which must not be counted for each of them.
     */
    static long of(ProcessHandle process) {
        long own = kilobytes(process, "status", "VmRSS:");
        long children = process.descendants()
                .mapToLong(child -> kilobytes(child, "smaps_rollup", "Pss:"))
                .sum();
        return (own + children) * 1024;
    }

    private static long kilobytes(ProcessHandle process, String file, String key) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file));
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
