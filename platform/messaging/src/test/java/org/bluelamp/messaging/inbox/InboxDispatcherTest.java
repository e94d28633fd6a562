package org.bluelamp.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.EventHandler;
import org.bluelamp.messaging.EventJson;
import org.bluelamp.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class InboxDispatcherTest {

    private final javax.sql.DataSource database =
            TestPostgres.database("patience").dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final AtomicInteger attempts = new AtomicInteger();

    InboxDispatcherTest() {
        jdbc.sql("create schema messaging").update();
        jdbc.sql("create table messaging.inbox (event_id text primary key, type text, handled_at timestamptz)")
                .update();
    }

    @Test
    void an_event_waits_for_the_database_longer_than_all_attempts_at_poison_together_would_last() {
        InboxDispatcher dispatcher = dispatcher(new JdbcTransactionManager(database) {
            @Override
            protected void doBegin(Object transaction, TransactionDefinition definition) {
                if (attempts.incrementAndGet() < 500) {
                    throw new CannotCreateTransactionException("away");
                }
                super.doBegin(transaction, definition);
            }
        });

        dispatcher.dispatch(message());

        assertThat(attempts).hasValue(500);
    }

    @Test
    void a_database_that_goes_away_or_is_full_in_the_middle_is_waited_for_as_well() {
        InboxDispatcher dispatcher = dispatcher(new JdbcTransactionManager(database), () -> {
            if (attempts.incrementAndGet() < 20) {
                throw new DataAccessResourceFailureException("no space left on device");
            }
        });

        dispatcher.dispatch(message());

        assertThat(attempts).hasValue(20);
    }

    @Test
    void what_the_database_will_never_take_is_not_waited_for() {
        InboxDispatcher dispatcher = dispatcher(new JdbcTransactionManager(database), () -> {
            attempts.incrementAndGet();
            throw new DataIntegrityViolationException("too long");
        });

        assertThatThrownBy(() -> dispatcher.dispatch(message())).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void a_service_that_is_closed_waits_no_longer() {
        InboxDispatcher dispatcher = dispatcher(new JdbcTransactionManager(database), () -> {
            throw new DataAccessResourceFailureException("away");
        });
        dispatcher.destroy();

        assertThatThrownBy(() -> dispatcher.dispatch(message())).hasMessage("away");
    }

    private InboxDispatcher dispatcher(JdbcTransactionManager transactions) {
        return dispatcher(transactions, () -> {});
    }

    private InboxDispatcher dispatcher(JdbcTransactionManager transactions, Runnable work) {
        EventHandler<Lamp> handler =
                EventHandler.projecting("town.lamp.lit", Lamp.class, (lamp, version) -> work.run());
        return new InboxDispatcher(
                new EventHandlers(List.of(handler)),
                new Inbox(jdbc),
                new EventJson(),
                new TransactionTemplate(transactions),
                new InboxMeters(new SimpleMeterRegistry()),
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Clock.systemUTC());
    }

    private static Message<byte[]> message() {
        return MessageBuilder.withPayload("{}".getBytes(StandardCharsets.UTF_8))
                .copyHeaders(Envelope.headers("1", "town", "town.lamp.lit", "x", 1, Instant.EPOCH))
                .build();
    }

    record Lamp(@org.jspecify.annotations.Nullable String code) {}
}
