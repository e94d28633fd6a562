package org.bluelamp.benchmarks.feedback;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.pages.Readers;
import org.bluelamp.benchmarks.pages.Reading;
import org.bluelamp.benchmarks.pages.TimesInside;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.ServiceAlone;
import org.bluelamp.benchmarks.stage.Stage;
import org.bluelamp.local.secret.Secrets;

/**
 * What residents read of a round with 200,000 concerns and as many voices, how long it takes to find what neighbours have
 * said that is alike, and how many concerns and answers a second are taken in.
 */
public final class FeedbackBenchmark implements Benchmark {

    private static final int PER_SECOND = 200;
    private static final int STAFF_PER_SECOND = 10;
    private static final Map<String, String> OWN =
            Map.of("BLUELAMP_FORCE", "shire", "CONTACT_KEYS", Secrets.newKeyset());

    private static final int CONNECTIONS = 64;
    private static final int SENDERS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration TIME = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public Section run(Stage stage) throws Exception {
        stage.clear();
        stage.say("feedback: starting the service and filling its tables");
        try (Administrator ada = new Administrator();
                ServiceAlone feedback = new ServiceAlone(stage.folder("feedback"), "feedback", own(ada));
                Readers readers = Readers.returning(CONNECTIONS);
                Readers staff = Readers.signedIn(CONNECTIONS, ada.authorization())) {
            feedback.start(List.of(), List.of("--spring.main.sources=" + TimesInside.NAME));
            long begun = System.nanoTime();
            try (Connection database = feedback.database()) {
                ManyVoices.into(database);
                ManyAreas.into(database);
                stage.say("feedback: waiting until the round is added up");
                awaitResult(database);
                ManyAreas.awaitCount(database);
            }
            double addedUp = (System.nanoTime() - begun) / 1e9;
            List<URI> results = same(feedback, "/have-your-say/rounds/" + ManyVoices.OVER + "/results");
            List<URI> round = same(feedback, "/have-your-say/rounds/" + ManyVoices.OPEN);
            List<URI> answer = same(feedback, "/have-your-say/rounds/" + ManyVoices.OPEN + "/answer");
            List<URI> open = same(feedback, "/api/v1/feedback/open-data/rounds/" + ManyVoices.OVER);
            List<URI> map = same(feedback, "/have-your-say/rounds/" + ManyVoices.OVER + "/map?theme=speeding");
            List<URI> insight = same(feedback, "/staff/feedback/insight?period=year");
            stage.say("feedback: warming up");
            staff.arriving(insight, STAFF_PER_SECOND, WARM_UP);
            readers.arriving(
                    IntStream.range(0, results.size())
                            .boxed()
                            .flatMap(n ->
                                    List.of(results.get(n), round.get(n), answer.get(n), open.get(n), map.get(n))
                                            .stream())
                            .toList(),
                    PER_SECOND / 2,
                    WARM_UP);
            URI times = feedback.url(TimesInside.PATH);
            readers.inside(times);
            Table pages = Table.of(
                    "page",
                    "asked/s",
                    "answered/s",
                    "p50, ms",
                    "p95, ms",
                    "p99, ms",
                    "inside p50, ms",
                    "inside p95, ms",
                    "inside p99, ms",
                    "KB",
                    "errors");
            pages = row(pages, stage, "results of a round", readers, results, PER_SECOND, times);
            pages = row(pages, stage, "an open round", readers, round, PER_SECOND, times);
            pages = row(pages, stage, "its first questions", readers, answer, PER_SECOND, times);
            pages = row(pages, stage, "results as open data", readers, open, PER_SECOND, times);
            pages = row(pages, stage, "the map of a round", readers, map, PER_SECOND, times);
            pages = row(pages, stage, "insight of the force, a year", staff, insight, STAFF_PER_SECOND, times);
            stage.say("feedback: what neighbours have said is looked for");
            URI form = feedback.url("/have-your-say/d1/n1");
            Senders.send(form, 1, WARM_UP, 200, FeedbackBenchmark::alike);
            readers.inside(times);
            Duration serviceBefore = feedback.serviceTime();
            Duration databaseBefore = feedback.databaseTime();
            Senders.Sent asked = Senders.send(form, 1, TIME, 200, FeedbackBenchmark::alike);
            List<String> askedInside = readers.inside(times);
            String serviceEach = each(feedback.serviceTime().minus(serviceBefore), asked);
            String databaseEach = each(feedback.databaseTime().minus(databaseBefore), asked);
            Table similar = Table.of(
                            "what is alike, of 200,000 that are shown",
                            "answered/s",
                            "p50, ms",
                            "p95, ms",
                            "p99, ms",
                            "inside p50, ms",
                            "inside p95, ms",
                            "inside p99, ms",
                            "processor of service, ms",
                            "of PostgreSQL, ms",
                            "errors")
                    .row(
                            "the page that offers it, one after the other",
                            Math.round(asked.perSecond()),
                            asked.latencies().millis(50),
                            asked.latencies().millis(95),
                            asked.latencies().millis(99),
                            askedInside.get(0),
                            askedInside.get(1),
                            askedInside.get(2),
                            serviceEach,
                            databaseEach,
                            asked.refused());
            stage.say("feedback: concerns coming in");
            Senders.Sent concerns = Senders.send(
                    form,
                    SENDERS,
                    TIME,
                    n -> Map.of(
                            "themes", "speeding",
                            "text", "Too fast past house " + n,
                            "effect", "some",
                            "choice", "own",
                            "opened", "1",
                            "token", "concern-" + n));
            stage.say("feedback: voices coming in");
            Senders.Sent voices = Senders.send(
                    feedback.url("/have-your-say/rounds/" + ManyVoices.OPEN + "/answer"),
                    SENDERS,
                    TIME,
                    n -> Map.of(
                            "page",
                            "1",
                            "last",
                            "yes",
                            "q1",
                            "" + (1 + n % 3),
                            "q3",
                            "" + (1 + n % 5),
                            "q4-1",
                            "1",
                            "opened",
                            "1",
                            "code",
                            ManyVoices.code(n),
                            "token",
                            "voice-" + n));
            Table intake = Table.of("taken in", "a second", "taken", "refused")
                    .row("concerns", Math.round(concerns.perSecond()), concerns.taken(), concerns.refused())
                    .row("voices", Math.round(voices.perSecond()), voices.taken(), voices.refused());
            Table service = Table.of("service", "value")
                    .row("tables filled and the round added up, s", Math.round(addedUp))
                    .row("resident at the end, MB", feedback.megabytes());
            return new Section(name(), conditions(), List.of(pages, similar, intake, service));
        }
    }

    private static Map<String, String> own(Administrator ada) {
        Map<String, String> all = new HashMap<>(OWN);
        all.putAll(ada.environment());
        return all;
    }

    /** What each form took of a processor, in milliseconds. */
    private static String each(Duration time, Senders.Sent sent) {
        return String.format(Locale.ROOT, "%.1f", time.toNanos() / 1e6 / Math.max(1, sent.taken() + sent.refused()));
    }

    /** What a resident writes who means what others have said, in words that many of those have, and some that few have. */
    private static Map<String, String> alike(int n) {
        return Map.of(
                "themes",
                "speeding",
                "text",
                "Every week there is noise and racing of cars and mopeds near the school and the "
                        + List.of("park", "station", "canal", "library").get(n % 4) + " at place " + n % 997
                        + ", in the morning and at night, and nobody sleeps",
                "effect",
                "some",
                "opened",
                "1",
                "token",
                "00000000-0000-4000-8000-%012d".formatted(n));
    }

    private static Table row(
            Table table, Stage stage, String what, Readers readers, List<URI> pages, int perSecond, URI times)
            throws IOException {
        stage.say("feedback: " + what);
        Reading reading = readers.arriving(pages, perSecond, TIME);
        List<String> inside = readers.inside(times);
        return table.row(
                what,
                perSecond,
                reading.perSecond(),
                reading.latencies().millis(50),
                reading.latencies().millis(95),
                reading.latencies().millis(99),
                inside.get(0),
                inside.get(1),
                inside.get(2),
                reading.kilobytes(),
                reading.errors());
    }

    private static List<URI> same(ServiceAlone feedback, String path) {
        return IntStream.range(0, 100).mapToObj(n -> feedback.url(path)).toList();
    }

    /** The service adds the round up by itself. */
    private static void awaitResult(Connection database) throws SQLException, InterruptedException {
        for (int second = 0; second < 300; second++) {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from round_result where final")) {
                if (row.next() && row.getInt(1) > 0) {
                    return;
                }
            }
            Thread.sleep(1000);
        }
        throw new IllegalStateException("The round was not added up within five minutes");
    }

    private static List<String> conditions() {
        return List.of(
                "%,d invented concerns and as many voices with codes, six answers each, in one round of one neighbourhood, in a PostgreSQL of their own; the feedback service alone, without a broker, with the heap and the collector that it has in a container of 640 MB (%s, serial)."
                        .formatted(ManyVoices.COUNT, ServiceAlone.HEAP),
                "%,d more concerns of two years in thirty neighbourhoods around it, with outlines of a hundred points; the insight page is asked %d times a second by an administrator of the force."
                        .formatted(ManyAreas.COUNT, STAFF_PER_SECOND),
                PER_SECOND + " requests a second for " + TIME.toSeconds() + " s, sent when they are due whether or not"
                        + " those before were answered, over at most " + CONNECTIONS + " connections that stay open;"
                        + " times count from when a request was due.",
                "All concerns are let out and fifty words make up most of them, so that nearly each has some in common with"
                        + " what is written; one person sends forms that are answered by the page that offers what is"
                        + " alike, each after the answer to the one before.",
                SENDERS + " people send forms for " + TIME.toSeconds() + " s, each after the answer to the one before."
                        + " Every second voice brings a code of its own. Of those without one all beyond six hundred in ten"
                        + " minutes are kept and set aside, which costs what keeping any voice costs, but for one sum.");
    }
}
