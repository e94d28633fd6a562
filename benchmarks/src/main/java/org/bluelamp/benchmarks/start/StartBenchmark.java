package org.bluelamp.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Memory;
import org.bluelamp.benchmarks.stage.Stage;
import org.bluelamp.local.Checkout;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.platform.PlatformFolder;
import org.bluelamp.local.platform.PlatformOptions;
import org.bluelamp.local.platform.PlatformPorts;
import org.bluelamp.local.process.AheadCache;

/** How long each part takes to start, the first time and the second, together and alone, and its memory then. */
public final class StartBenchmark implements Benchmark {

    private static final List<String> OURS = List.of("gateway", "directory", "news", "alerts", "feedback");

    /** Keycloak and ours record their classes. */
    private static final int RECORDINGS = OURS.size() + 1;

    private static final Duration RECORDING_LIMIT = Duration.ofMinutes(4);
    private static final Duration SETTLING = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Section run(Stage stage) throws Exception {
        stage.clear();
        PlatformFolder folder = new PlatformFolder(stage.folder("start"));
        Path cache = stage.folder("start-cache");
        PlatformPorts ports = PlatformPorts.free();

        stage.say("start: the first time, from nothing");
        Starts first = new Starts();
        boolean recorded;
        try (LocalPlatform platform = stage.open(options(folder, ports, cache, AheadCache.Use.USE_OR_RECORD, first))) {
            first.time(platform::start);
            stage.say("start: recording the classes for the next time");
            recorded = awaitRecordings(cache);
        }

        stage.say("start: the second time");
        Starts second = new Starts();
        Starts alone = new Starts();
        Memory memory;
        try (LocalPlatform platform = stage.open(options(folder, ports, cache, AheadCache.Use.USE, second))) {
            second.time(platform::start);
            Thread.sleep(SETTLING);
            memory = Memory.of(platform);
            for (String service : OURS) {
                stage.say("start: " + service + " alone");
                platform.stop(service);
                alone.time(service, () -> platform.start(service));
            }
        }
        return new Section(name(), conditions(recorded), List.of(table(first, second, alone, memory)));
    }

    private static PlatformOptions options(
            PlatformFolder folder, PlatformPorts ports, Path cache, AheadCache.Use ahead, Starts starts) {
        return new PlatformOptions(folder, ports, cache, Checkout.folder(), true, ahead, Set.of(), Map.of(), starts);
    }

    private static List<String> conditions(boolean recorded) {
        return List.of(
                "First: nothing unpacked, no data; databases are made, Keycloak is built, demo data is loaded.",
                "Second: " + (recorded ? "the classes recorded by the first are used" : "not all classes were recorded")
                        + ", data is kept.",
                "As `bluelamp up` does, at most three parts start at once, so each waits for the others' work; alone: "
                        + "stopped and started again while everything else runs.",
                "First page: gateway and directory are ready. Memory: resident, " + SETTLING.toSeconds()
                        + " s after the second start, before anybody came.");
    }

    private static Table table(Starts first, Starts second, Starts alone, Memory memory) {
        Table table = Table.of("part", "first, s", "second, s", "alone, s", "memory, MB");
        for (String part : memory.bytes().keySet()) {
            table = table.row(
                    part,
                    seconds(first.of(part)),
                    seconds(second.of(part)),
                    seconds(alone.of(part)),
                    memory.megabytes(part));
        }
        return table.row("first page", seconds(first.firstPage()), seconds(second.firstPage()), "-", "-")
                .row("everything", seconds(first.everything()), seconds(second.everything()), "-", memory.megabytes());
    }

    private static String seconds(Duration time) {
        return time.isZero() ? "-" : String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    /** Recording goes on behind a platform that already serves; whether it ended in time. */
    private static boolean awaitRecordings(Path cache) throws IOException, InterruptedException {
        long end = System.nanoTime() + RECORDING_LIMIT.toNanos();
        while (recordings(cache) < RECORDINGS) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
        return true;
    }

    private static long recordings(Path cache) throws IOException {
        try (Stream<Path> files = Files.find(
                cache, 4, (path, attributes) -> path.getFileName().toString().endsWith(".aot"))) {
            return files.count();
        }
    }
}
