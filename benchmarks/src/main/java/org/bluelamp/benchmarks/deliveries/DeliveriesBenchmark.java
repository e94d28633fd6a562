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
import java.util.Set;
import java.util.UUID;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Databases;
import org.bluelamp.benchmarks.stage.Editor;
import org.bluelamp.benchmarks.stage.Memory;
import org.bluelamp.benchmarks.stage.Stage;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.platform.PlatformOptions;

/**
 * An article for the whole force: until it is decided whom to tell, how many are told a second, what becomes of something
 * urgent meanwhile, and of a service that is killed in the middle.
 */
public final class DeliveriesBenchmark implements Benchmark {

    private static final int OF_A_FORCE = 170_000;
    private static final int OF_TEN_FORCES = 10 * OF_A_FORCE;

    /** As the service has them at first: those for all lanes and those for the first two. */
    private static final int WORKERS = 24;

    private static final String FORCE = "hertfordshire";
    private static final String NEIGHBOURHOOD = "hertfordshire/stevenage/stevenage-north";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final String name;
    private final int subscribers;

    private DeliveriesBenchmark(String name, int subscribers) {
        this.name = name;
        this.subscribers = subscribers;
    }

    /** With as many subscribers as Hertfordshire has. */
    public static DeliveriesBenchmark ofAForce() {
        return new DeliveriesBenchmark("deliveries", OF_A_FORCE);
    }

    /** With ten times as many; takes half an hour. */
    public static DeliveriesBenchmark ofTenForces() {
        return new DeliveriesBenchmark("deliveries-times-ten", OF_TEN_FORCES);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isLong() {
        return subscribers == OF_TEN_FORCES;
    }

    @Override
    public Section run(Stage stage) throws Exception {
        stage.clear();
        LocalPlatform platform = stage.open(
                PlatformOptions.onFreePorts(stage.folder("deliveries")).withAsDeployed(Set.of("alerts")));
        stage.say("starting the platform, with alerts as in a container");
        platform.start();
        Databases databases = new Databases(platform);
        // What has nothing to do with it.
        platform.stop("feedback");
        // Ours costs less than the catcher, which reads and keeps what it gets.
        platform.stop("mail");
        try (Connection alerts = databases.connect("alerts");
                Editor editor = Editor.signIn(platform);
                MailSink sink = MailSink.on(platform.options().ports().smtp())) {
            stage.say("deliveries: adding " + subscribers + " subscribers");
            long began = System.nanoTime();
            new Subscribers(alerts, new SealedAddress(databases.secrets())).add(subscribers);
            databases.checkpoint();
            stage.say("deliveries: they are there after " + seconds(System.nanoTime() - began) + " s");
            Memory before = Memory.of(platform);

            // It warms a service that else would be a minute old, and is told again later, as something urgent.
            UUID other = editor.write("A road is closed", NEIGHBOURHOOD);
            editor.publish(other);
            String its = " from delivery where item_id = '" + other + "'";
            Databases.awaitAtLeast(alerts, "select count(*)" + its + " and status = 'sent'", 1, LIMIT);
            Databases.awaitAtLeast(
                    alerts, "select count(*) where not exists (select" + its + " and finished_at is null)", 1, LIMIT);
            Databases.run(alerts, "delete" + its);

            UUID article = editor.write("All is well in the county", FORCE);
            editor.publish(article);
            long published = System.nanoTime();
            stage.say("deliveries: published; deciding whom to tell");
            // Noted in the transaction that decides; cheap to ask, for the asking shall not be what is measured.
            String decided = "select count(*) from article where id = '" + article + "' and told_at is not null";
            long there = Databases.awaitAtLeast(alerts, decided, 1, LIMIT);
            Instant thereAt = Instant.now();
            long people = Databases.number(alerts, "select count(*) from delivery where item_id = '" + article + "'");
            Table audience = Table.of("people told", "from published, s", "of that the statement, s", "people/s")
                    .row(
                            people,
                            seconds(there - published),
                            seconds(Duration.between(toldAt(alerts, article), thereAt)
                                    .toNanos()),
                            String.format(Locale.ROOT, "%.0f", people * 1e9 / (there - published)));

            stage.say("deliveries: telling the first half, and a neighbourhood of something urgent in between");
            Telling telling = new Telling(platform, alerts, sink, article, people);
            Telling.Urgent urgent = new Telling.Urgent(alerts, other, NEIGHBOURHOOD);
            Table firstHalf = telling.firstHalf(urgent);
            stage.say("deliveries: the rest, with the service killed first");
            Table killed = telling.killed(WORKERS);
            return new Section(
                    name(),
                    conditions(),
                    List.of(audience, firstHalf, urgent.table(), killed, memory(before, telling.peak())));
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

    private List<String> conditions() {
        return List.of(
                subscribers + " confirmed subscribers spread over all neighbourhoods, each fifth also following the "
                        + "district; addresses sealed with the platform's keys; put into the tables by COPY, vacuumed, analysed, written out by a checkpoint.",
                "One article for the whole force is published by an editor in the portal. Decided: its deliveries can "
                        + "be seen by another transaction; outbox, broker and inbox are in it.",
                "Mails: as many workers as the service has at first, " + WORKERS
                        + ", each outcome committed before the "
                        + "worker's next mail, to a mail server on this machine that accepts everything and keeps only "
                        + "who got what. Service, database, broker, load and mail server share the machine.",
                "Urgent: deliveries to the followers of a neighbourhood are put into the urgent lane by a statement, when a quarter of the mails has left; times are from then until each is noted as "
                        + "accepted.",
                "Before, a neighbourhood was told of something, so that the service is not measured in its first minute.",
                "Killed: the service is ended by force when half of the mails has left, and started again. Mails that "
                        + "came twice are told by their Message-ID. What was in hands waits for its lease; its end is "
                        + "brought forward.",
                "The service runs as in its container: 384 MB of heap, the serial collector, the optimising compiler. Memory is "
                        + "looked at twice a second.");
    }
}
