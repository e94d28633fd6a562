package org.bluelamp.benchmarks.pages;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Memory;
import org.bluelamp.benchmarks.stage.Stage;
import org.bluelamp.local.platform.LocalPlatform;

/** How many pages a second, and how fast: to 1, 16 and 64 who read on and on, and to ten thousand who come at once. */
public final class PagesBenchmark implements Benchmark {

    private static final List<Page> PAGES = List.of(
            new Page("home", "directory", "/"),
            new Page("neighbourhood", "directory", "/your-area/stevenage/stevenage-north"),
            new Page("news", "news", "/news"));

    private static final List<Integer> READERS = List.of(1, 16, 64);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration TIME = Duration.ofSeconds(5);

    private static final int CROWD = 10_000;
    private static final Duration CROWD_TIME = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public Section run(Stage stage) {
        LocalPlatform platform = stage.platform();
        Memory before = Memory.of(platform);
        for (Page page : PAGES) {
            stage.say("pages: warming up " + page.name());
            try (Readers readers = Readers.returning(16)) {
                readers.read(page.through(platform), 16, WARM_UP);
            }
        }
        Table rates = Table.of("page", "by", "readers", "pages/s", "p50, ms", "p95, ms", "p99, ms", "KB", "errors");
        for (Page page : PAGES) {
            for (int count : READERS) {
                stage.say("pages: " + page.name() + ", " + count + " readers");
                rates = row(rates, page, "gateway", count, page.through(platform));
                rates = row(rates, page, "service", count, page.direct(platform));
            }
        }
        Page crowded = PAGES.get(1);
        stage.say("pages: " + CROWD + " people come to one page");
        Table crowd = Table.of("page", "people", "in, s", "p50, ms", "p95, ms", "p99, ms", "longest, ms", "errors");
        try (Readers people = Readers.passing(CROWD)) {
            Reading reading = people.crowd(crowded.through(platform), CROWD, CROWD_TIME);
            crowd = crowd.row(
                    crowded.name(),
                    CROWD,
                    CROWD_TIME.toSeconds(),
                    reading.latencies().millis(50),
                    reading.latencies().millis(95),
                    reading.latencies().millis(99),
                    reading.latencies().millis(100),
                    reading.errors());
        }
        return new Section(name(), conditions(), List.of(rates, crowd, memory(platform, before)));
    }

    private static Table row(Table table, Page page, String by, int count, URI address) {
        try (Readers readers = Readers.returning(count)) {
            Reading reading = readers.read(address, count, TIME);
            return table.row(
                    page.name(),
                    by,
                    count,
                    reading.perSecond(),
                    reading.latencies().millis(50),
                    reading.latencies().millis(95),
                    reading.latencies().millis(99),
                    reading.kilobytes(),
                    reading.errors());
        }
    }

    private static Table memory(LocalPlatform platform, Memory before) {
        Memory after = Memory.of(platform);
        Table table = Table.of("part", "memory before, MB", "after, MB");
        for (String part : List.of("gateway", "directory", "news", "postgres")) {
            table = table.row(part, before.megabytes(part), after.megabytes(part));
        }
        return table;
    }

    private static List<String> conditions() {
        return List.of(
                "Readers: virtual threads of the measuring JVM, each asking again as soon as it was answered, over a "
                        + "connection that stays open, " + TIME.toSeconds() + " s each after a warm-up of "
                        + WARM_UP.toSeconds() + " s for each page.",
                "The page alone, as it comes to somebody who takes it compressed, without its style and pictures.",
                "The crowd: " + CROWD + " people, each with a connection of their own, arrive evenly over "
                        + CROWD_TIME.toSeconds() + " s however long the others wait; time counts from their arrival.");
    }

    private record Page(String name, String service, String path) {

        URI through(LocalPlatform platform) {
            return platform.url().resolve(path);
        }

        URI direct(LocalPlatform platform) {
            return platform.url(service).resolve(path);
        }
    }
}
