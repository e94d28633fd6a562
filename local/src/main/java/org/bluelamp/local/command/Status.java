package org.bluelamp.local.command;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bluelamp.local.platform.PlatformFolder;
import org.bluelamp.local.process.RunningProcess;

/** Lists the parts: process id, port, memory, since when. */
final class Status {

    /** What tools for services use for "not running". */
    private static final int NOT_RUNNING = 3;

    private static final List<String> NAMES = List.of(
            "postgres", "rabbitmq", "epmd", "keycloak", "mail", "gateway", "directory", "news", "alerts", "feedback");

    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.UK).withZone(ZoneId.systemDefault());

    private final PlatformFolder folder;
    private final PrintStream out;

    Status(PlatformFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    int run() {
        boolean all = true;
        long total = 0;
        out.printf(Locale.ROOT, "%-10s %8s %6s %8s  %s%n", "part", "pid", "port", "memory", "since");
        for (String name : NAMES) {
            Optional<RunningProcess> found = RunningProcess.find(folder.run(), name);
            if (found.isPresent()) {
                RunningProcess process = found.get();
                long bytes = process.residentBytes();
                total += bytes;
                out.printf(
                        Locale.ROOT,
                        "%-10s %8d %6d %5d MB  %s%n",
                        name,
                        process.handle().pid(),
                        process.port(),
                        bytes / 1_048_576,
                        SINCE.format(process.since()));
            } else {
                all = false;
                out.printf(Locale.ROOT, "%-10s does not run%n", name);
            }
        }
        out.printf(Locale.ROOT, "%-10s %23d MB%n", "all", total / 1_048_576);
        return all ? 0 : NOT_RUNNING;
    }
}
