package org.bluelamp.benchmarks.events;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Databases;
import org.bluelamp.local.platform.LocalPlatform;

/** Fills an outbox at one stroke and waits until everything is where it belongs. */
final class Throughput {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final List<String> LISTENERS = List.of("news", "alerts", "feedback");

    /** Of no service: only the queue made here asks for it. */
    private static final String OUR_TYPE = "news.benchmark.told";

    private static final String OUR_QUEUE = "news.benchmark";

    private final LocalPlatform platform;
    private final Databases databases;

    Throughput(LocalPlatform platform) {
        this.platform = platform;
        this.databases = new Databases(platform);
    }

    /** From the outbox to the broker, which confirms each. */
    Table published(int events, Table table) throws IOException, TimeoutException, SQLException, InterruptedException {
        try (Connection broker = broker();
                Channel channel = broker.createChannel();
                java.sql.Connection news = databases.connect("news")) {
            channel.queueDeclare(OUR_QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
            channel.queueBind(OUR_QUEUE, "news", OUR_TYPE);
            try {
                long begin = append(news, events, """
                        insert into messaging.outbox (id, type, subject, version, data, occurred_at)
                        select gen_random_uuid(), '%s', 'benchmark-' || n, 1,
                               json_build_object('id', n, 'text', repeat('All is well. ', 80)), now()
                        from generate_series(1, ?) as n
                        """.formatted(OUR_TYPE));
                long end = Databases.awaitAtLeast(
                        news,
                        "select count(*) from messaging.outbox where published_at is not null and type = '" + OUR_TYPE
                                + "'",
                        events,
                        LIMIT);
                return row(table, "published and confirmed, 1 KB each", events, end - begin);
            } finally {
                channel.queueDelete(OUR_QUEUE);
            }
        }
    }

    /** From the outbox of one service through the broker into three others. */
    Table takenIn(int events, Table table) throws SQLException, InterruptedException {
        String handled = "select count(*) from messaging.inbox where type = 'directory.area.changed'";
        Map<java.sql.Connection, Long> before = new LinkedHashMap<>();
        try (java.sql.Connection directory = databases.connect("directory")) {
            for (String listener : LISTENERS) {
                java.sql.Connection database = databases.connect(listener);
                before.put(database, Databases.number(database, handled));
            }
            long begin = append(directory, events, """
                    insert into messaging.outbox (id, type, subject, version, data, occurred_at)
                    select gen_random_uuid(), type, subject, version, data, now()
                    from (select type, subject, version, data
                          from messaging.outbox
                          where type = 'directory.area.changed'
                          order by position desc
                          limit 1) as latest
                    cross join generate_series(1, ?)
                    """);
            long end = begin;
            for (Map.Entry<java.sql.Connection, Long> listener : before.entrySet()) {
                long there = Databases.awaitAtLeast(listener.getKey(), handled, listener.getValue() + events, LIMIT);
                end = Math.max(end, there);
            }
            return row(table, "taken in by three services, each", events, end - begin);
        } finally {
            for (java.sql.Connection database : before.keySet()) {
                database.close();
            }
        }
    }

    private static long append(java.sql.Connection database, int events, String insert) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(insert)) {
            statement.setInt(1, events);
            statement.executeUpdate();
        }
        return System.nanoTime();
    }

    private static Table row(Table table, String what, int events, long nanos) {
        return table.row(
                what,
                events,
                String.format(Locale.ROOT, "%.1f", nanos / 1e9),
                String.format(Locale.ROOT, "%.0f", events * 1e9 / nanos));
    }

    private Connection broker() throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(platform.options().ports().rabbitmq());
        factory.setUsername("bluelamp");
        factory.setPassword(databases.secrets().password("rabbitmq"));
        return factory.newConnection("benchmarks");
    }
}
