package org.bluelamp.benchmarks.deliveries;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Databases;
import org.bluelamp.benchmarks.stage.Memory;
import org.bluelamp.benchmarks.stage.ProcessorTime;
import org.bluelamp.local.platform.LocalPlatform;

/**
 * Watches how an article's mails leave: the first half with something urgent for a neighbourhood in between, and then
 * with the service killed in the middle, until the last.
 */
final class Telling {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(500);
    private static final String OPEN = " and finished_at is null";

    private final LocalPlatform platform;
    private final Connection alerts;
    private final MailSink sink;
    private final String article;
    private final long people;
    private final int before;
    private Memory peak;

    Telling(LocalPlatform platform, Connection alerts, MailSink sink, UUID article, long people) {
        this.platform = platform;
        this.alerts = alerts;
        this.sink = sink;
        this.article = "item_id = '" + article + "'";
        this.people = people;
        this.before = sink.mails();
        this.peak = Memory.of(platform);
    }

    /** The most memory that was seen. */
    Memory peak() {
        return peak;
    }

    /** The first half of the mails. */
    Table firstHalf(Urgent urgent) throws SQLException, InterruptedException {
        ProcessorTime before = ProcessorTime.of(platform);
        int first = mails();
        long begin = System.nanoTime();
        await(people / 4);
        urgent.run(this);
        await(people / 2);
        long nanos = System.nanoTime() - begin;
        int mails = mails() - first;
        ProcessorTime after = ProcessorTime.of(platform);
        return Table.of("mails", "s", "mails/s", "processor of service, ms/mail", "of database, ms/mail", "bytes each")
                .row(
                        mails,
                        seconds(nanos),
                        String.format(Locale.ROOT, "%.0f", mails * 1e9 / nanos),
                        after.each("alerts", before, mails),
                        after.each("postgres", before, mails),
                        sink.meanBytes());
    }

    /** The service is killed, started again, and tells the rest. */
    Table killed(int workers) throws SQLException, InterruptedException {
        int atKill = mails();
        platform.kill("alerts");
        long killed = System.nanoTime();
        // What was in hands when it died waits for its lease, which is minutes; here somebody sees to it.
        Databases.run(alerts, "update delivery set leased_until = now() where status = 'sending'");
        platform.start("alerts");
        long back = System.nanoTime();
        until("select count(*) from delivery where finished_at is null and status <> 'sending'");
        until("select count(*) from (select from delivery where true" + OPEN + " limit 1) as open");
        return Table.of(
                        "killed after, mails",
                        "started again after, s",
                        "workers",
                        "mails that came twice",
                        "people not told",
                        "failed")
                .row(
                        atKill,
                        seconds(back - killed),
                        workers,
                        sink.repeated(),
                        people
                                - Databases.number(
                                        alerts,
                                        "select count(*) from delivery where " + article + " and status = 'sent'"),
                        Databases.number(
                                alerts,
                                "select count(*) from delivery where status in ('failed_for_good', 'expired')"));
    }

    /** How many were accepted since this began to watch. */
    private int mails() {
        return sink.mails() - before;
    }

    /** Waits until so many mails were accepted. */
    void await(long mails) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (mails() < mails) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + mails() + " of " + mails + " mails were accepted");
            }
            Thread.sleep(SAMPLE_EVERY);
            peak = peak.peak(Memory.of(platform));
        }
    }

    private void until(String count) throws SQLException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        for (long left = Databases.number(alerts, count); left > 0; left = Databases.number(alerts, count)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(left + " are left of: " + count);
            }
            Thread.sleep(SAMPLE_EVERY);
            peak = peak.peak(Memory.of(platform));
        }
    }

    /** Something urgent for the followers of a neighbourhood, told while the article's mails leave. */
    static final class Urgent {

        private static final String ROWS = """
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select 'article', '%s', subscriber_id, 'mail', 0, 'areas', area,
                       'pending', now(), now() + interval '1 hour', now()
                from subscription
                where area = '%s'
                """;

        private final Connection alerts;
        private final UUID article;
        private final String neighbourhood;
        private Table table = Table.of("people", "p50, s", "p99, s", "the last, s");

        /** @param article an article that the service knows and of which nobody was told */
        Urgent(Connection alerts, UUID article, String neighbourhood) {
            this.alerts = alerts;
            this.article = article;
            this.neighbourhood = neighbourhood;
        }

        Table table() {
            return table;
        }

        private void run(Telling telling) throws SQLException, InterruptedException {
            String its = "item_id = '" + article + "'";
            Databases.run(alerts, ROWS.formatted(article, neighbourhood));
            telling.until("select count(*) from delivery where " + its + OPEN);
            String took = "select (percentile_cont(%s) within group (order by extract(epoch from finished_at - "
                    + "created_at)) * 1000)::bigint from delivery where " + its + " and status = 'sent'";
            table = table.row(
                    Databases.number(alerts, "select count(*) from delivery where " + its),
                    seconds(Databases.number(alerts, took.formatted("0.5")) * 1_000_000),
                    seconds(Databases.number(alerts, took.formatted("0.99")) * 1_000_000),
                    seconds(Databases.number(alerts, took.formatted("1")) * 1_000_000));
        }
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
    }
}
