package org.bluelamp.messaging.example;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bluelamp.messaging.EventDispatcher;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The producing service: it owns lamps and announces each change of one. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Town {

    public static final String LIT = "town.lamp.lit";

    /** A lamp's public state. */
    public record Lamp(String code, String colour) {}

    /** The town's lamps. */
    public static class Lamps {

        private final JdbcClient jdbc;
        private final Outbox outbox;
        private final TransactionTemplate transaction;

        Lamps(JdbcClient jdbc, Outbox outbox, TransactionTemplate transaction) {
            this.jdbc = jdbc;
            this.outbox = outbox;
            this.transaction = transaction;
        }

        /** Gives the lamp that colour and announces it. */
        public void light(String code, String colour) {
            transaction.executeWithoutResult(status -> change(code, colour));
        }

        /** The same, and then something goes wrong. */
        public void lightAndFail(String code, String colour) {
            transaction.executeWithoutResult(status -> {
                change(code, colour);
                throw new IllegalStateException("the fuse blew");
            });
        }

        private void change(String code, String colour) {
            long version =
                    jdbc.sql("""
                    insert into lamp as held (code, colour, version) values (?, ?, 1)
                    on conflict (code) do update set colour = excluded.colour, version = held.version + 1
                    returning version
                    """).param(code).param(colour).query(Long.class).single();
            outbox.append(new OutgoingEvent(LIT, code, version, new Lamp(code, colour)));
        }

        Stream<OutgoingEvent> all() {
            return jdbc
                    .sql("select code, colour, version from lamp order by code")
                    .query((row, number) -> new OutgoingEvent(
                            LIT,
                            row.getString("code"),
                            row.getLong("version"),
                            new Lamp(row.getString("code"), row.getString("colour"))))
                    .stream();
        }
    }

    @Bean
    Lamps lamps(JdbcClient jdbc, Outbox outbox, PlatformTransactionManager transactions) {
        return new Lamps(jdbc, outbox, new TransactionTemplate(transactions));
    }

    @Bean
    SnapshotSource lampSnapshot(Lamps lamps) {
        return lamps::all;
    }

    @Bean
    Consumer<Message<byte[]>> watchEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }
}
