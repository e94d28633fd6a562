package org.bluelamp.benchmarks.deliveries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Databases;
import org.bluelamp.benchmarks.stage.Editor;
import org.bluelamp.benchmarks.stage.Memory;
import org.bluelamp.benchmarks.stage.Stage;
import org.bluelamp.local.platform.LocalPlatform;

/** An article for the whole force: until it is decided whom to tell, and how many are told a second. */
public final class DeliveriesBenchmark implements Benchmark {

    private static final int SUBSCRIBERS = 170_000;
    private static final int MAILS = 10_000;
    private static final String FORCE = "hertfordshire";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(500);

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public Section run(Stage stage) throws Exception {
        LocalPlatform platform = stage.platform();
        Databases databases = new Databases(platform);
        // Ours costs less than the catcher, which reads and keeps what it gets.
        platform.stop("mail");
        try (Connection alerts = databases.connect("alerts");
                Editor editor = Editor.signIn(platform);
                MailSink sink = MailSink.on(platform.options().ports().smtp())) {
            stage.say("deliveries: adding " + SUBSCRIBERS + " subscribers");
            long began = System.nanoTime();
            new Subscribers(alerts, new SealedAddress(databases.secrets())).add(SUBSCRIBERS);
            stage.say("deliveries: they are there after " + seconds(System.nanoTime() - began) + " s");
            Memory before = Memory.of(platform);

            UUID article = editor.write("All is well in the county", FORCE);
            editor.publish(article);
            long published = System.nanoTime();
            stage.say("deliveries: published; deciding whom to tell");
            String decided = "select count(*) from delivery where item_id = '" + article + "'";
            long there = Databases.awaitAtLeast(alerts, decided, 1, LIMIT);
            Instant thereAt = Instant.now();
            long people = Databases.number(alerts, decided);
            Table audience = Table.of("people told", "from published, s", "of that the statement, s", "people/s")
                    .row(
                            people,
                            seconds(there - published),
                            seconds(Duration.between(toldAt(alerts, article), thereAt)
                                    .toNanos()),
                            String.format(Locale.ROOT, "%.0f", people * 1e9 / (there - published)));

            stage.say("deliveries: telling the first " + MAILS);
            Memory peak = Memory.of(platform);
            int first = sink.mails();
            long begin = System.nanoTime();
            while (sink.mails() < first + MAILS && System.nanoTime() - begin < LIMIT.toNanos()) {
                Thread.sleep(SAMPLE_EVERY);
                peak = peak.peak(Memory.of(platform));
            }
            long nanos = System.nanoTime() - begin;
            int mails = sink.mails() - first;
            Table sent = Table.of("mails", "s", "mails/s", "bytes each", "to one person twice", "failed")
                    .row(
                            mails,
                            seconds(nanos),
                            String.format(Locale.ROOT, "%.0f", mails * 1e9 / nanos),
                            sink.meanBytes(),
                            sink.mails() - sink.recipients(),
                            Databases.number(
                                    alerts,
                                    decided + " and status in ('failed_temporarily', 'failed_for_good', 'expired')"));
            return new Section(name(), conditions(), List.of(audience, sent, memory(before, peak)));
        } finally {
            // Else it would go on sending to nobody, beside whatever is measured next.
            stage.clear();
        }
    }

    /** The transaction that decides notes the time just before it does. */
    private static Instant toldAt(Connection alerts, UUID article) throws SQLException {
        try (PreparedStatement statement = alerts.prepareStatement("select told_at from article where id = ?")) {
            statement.setString(1, article.toString());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    private static Table memory(Memory before, Memory peak) {
        Table table = Table.of("part", "memory before, MB", "at most, MB");
        for (String part : List.of("alerts", "postgres", "rabbitmq")) {
            table = table.row(part, before.megabytes(part), peak.megabytes(part));
        }
        return table;
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
    }

    private static List<String> conditions() {
        return List.of(
                SUBSCRIBERS + " confirmed subscribers spread over all neighbourhoods, each fifth also following the "
                        + "district; addresses sealed with the platform's keys; put into the tables by COPY, analysed.",
                "One article for the whole force is published by an editor in the portal. Decided: its deliveries can "
                        + "be seen by another transaction; outbox, broker and inbox are in it.",
                "Mails: the service's two bulk workers, one mail after the other, each outcome written before the next, "
                        + "to a mail server on this machine that accepts everything. Only the first " + MAILS
                        + " are waited for.",
                "Memory is looked at twice a second.");
    }
}
