package org.bluelamp.benchmarks.lookups;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.pages.Readers;
import org.bluelamp.benchmarks.pages.Reading;
import org.bluelamp.benchmarks.pages.TimesInside;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.ServiceAlone;
import org.bluelamp.benchmarks.stage.Stage;

/** From a postcode or a point to the team, with a whole country in the directory; its memory; a team's page. */
public final class LookupsBenchmark implements Benchmark {

    private static final int PAGES = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration TIME = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "lookups";
    }

    @Override
    public Section run(Stage stage) throws Exception {
        stage.clear();
        stage.say("lookups: making the tables");
        try (DirectoryAlone directory = new DirectoryAlone(stage.folder("lookups"))) {
            directory.makeTables();
            stage.say("lookups: filling them with " + Country.inWords());
            long began = System.nanoTime();
            try (Connection database = directory.service().database()) {
                Country.into(database);
            }
            stage.say("lookups: they are full after " + (System.nanoTime() - began) / 1_000_000_000 + " s; asking");
            directory.start();
            Properties found = directory.found();
            long looked = directory.service().megabytes();
            stage.say("lookups: reading pages");
            Table page = page(directory);
            return new Section(
                    name(),
                    conditions(found),
                    List.of(
                            times(found),
                            rates(found),
                            held(found, looked, directory.service().megabytes()),
                            page));
        }
    }

    private static Table times(Properties found) {
        Table table = Table.of("look-up", "p50, us", "p99, us", "p99.9, us", "longest, us");
        table = row(table, "point", "point", found);
        table = row(table, "postcode, as typed", "postcode", found);
        table = row(table, "point, while a boundary is read again", "boundary.refresh.meanwhile", found);
        return row(table, "postcode, while all are read again", "postcode.refresh.meanwhile", found);
    }

    private static Table row(Table table, String what, String name, Properties found) {
        List<Object> cells = new ArrayList<>(List.of(what));
        for (String percent : List.of("50.0", "99.0", "99.9", "100.0")) {
            cells.add(found.getProperty(name + ".p" + percent + ".us", "-"));
        }
        return table.row(cells.toArray());
    }

    private static Table rates(Properties found) {
        return Table.of("look-ups on 2 threads", "a second")
                .row("point", found.getProperty("point.per.second"))
                .row("postcode, as typed", found.getProperty("postcode.per.second"));
    }

    private static Table held(Properties found, long looked, long read) {
        return Table.of("directory", "value", "of it processor time")
                .row("ready after, s", seconds(found, "ready.ms"), seconds(found, "ready.cpu.ms"))
                .row("postcodes in memory after, s", seconds(found, "postcodes.held.ms"), "-")
                .row(
                        "one moved boundary read again in, s",
                        seconds(found, "boundary.refresh.ms"),
                        seconds(found, "boundary.refresh.cpu.ms"))
                .row(
                        "all postcodes read again in, s",
                        seconds(found, "postcode.refresh.ms"),
                        seconds(found, "postcode.refresh.cpu.ms"))
                .row("heap in use after collecting, MB", found.getProperty("heap.mb"), "-")
                .row("resident after the look-ups, MB", looked, "-")
                .row("resident after the pages, MB", read, "-");
    }

    private static Table page(DirectoryAlone directory) throws IOException {
        List<URI> pages = new ArrayList<>();
        for (int n = 0; n < PAGES; n++) {
            // All over the force whose pages are the installation's own.
            String code = Country.code(20 + n % 10, 20 + n / 10);
            pages.add(directory.service().url("/your-area" + code.substring(Country.HOME.length())));
        }
        Table table = Table.of(
                "page",
                "readers",
                "pages/s",
                "p50, ms",
                "p95, ms",
                "p99, ms",
                "inside p50, ms",
                "inside p95, ms",
                "inside p99, ms",
                "processor of service, ms/page",
                "of database, ms/page",
                "KB",
                "errors");
        try (Readers readers = Readers.returning(1)) {
            readers.read(pages, 1, WARM_UP);
            Duration service = directory.service().serviceTime();
            Duration database = directory.service().databaseTime();
            readers.inside(directory.service().url(TimesInside.PATH));
            Reading reading = readers.read(pages, 1, TIME);
            List<String> inside = readers.inside(directory.service().url(TimesInside.PATH));
            service = directory.service().serviceTime().minus(service);
            database = directory.service().databaseTime().minus(database);
            return table.row(
                    "neighbourhood, by the service over loopback",
                    1,
                    reading.perSecond(),
                    reading.latencies().millis(50),
                    reading.latencies().millis(95),
                    reading.latencies().millis(99),
                    inside.get(0),
                    inside.get(1),
                    inside.get(2),
                    each(service, reading),
                    each(database, reading),
                    reading.kilobytes(),
                    reading.errors());
        }
    }

    private static String each(Duration time, Reading reading) {
        return String.format(
                Locale.ROOT,
                "%.2f",
                time.toNanos() / 1e6 / Math.max(1, reading.latencies().count()));
    }

    private static List<String> conditions(Properties found) {
        return List.of(
                Country.inWords() + ", invented, in a PostgreSQL of their own; the directory alone, without a broker, "
                        + "with the heap and the collector that it has in a container of 640 MB (" + ServiceAlone.HEAP
                        + ", serial).",
                "Look-ups: inside the service's process, of the beans that pages and APIs ask; a million after five "
                        + "seconds of warm-up, one after the other, with the clock read twice for each; "
                        + found.getProperty("point.found.percent") + " % of the points and "
                        + found.getProperty("postcode.found.percent") + " % of the postcodes exist. A postcode is "
                        + "read from what people type.",
                "While something is read again: one look-up every tenth of a millisecond or so, from another thread.",
                "Times to ready count from the start of the JVM, all classes loaded from jars. Processor time is the "
                        + "service's alone, without the database's; on a machine that others use it says more than "
                        + "the time that passed.",
                "Page: controller, queries, map and template, and the loopback interface; " + PAGES + " neighbourhoods"
                        + " in turn, one reader, after a warm-up of " + WARM_UP.toSeconds() + " s. Inside: the same "
                        + "without the network, from the first filter of the service to its return.");
    }

    private static String seconds(Properties found, String millis) {
        return String.format(Locale.ROOT, "%.2f", Long.parseLong(found.getProperty(millis)) / 1000.0);
    }
}
