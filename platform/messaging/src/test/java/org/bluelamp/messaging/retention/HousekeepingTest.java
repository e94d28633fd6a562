package org.bluelamp.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bluelamp.messaging.example.Neighbourhood;
import org.bluelamp.messaging.example.Town.Lamps;
import org.bluelamp.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class HousekeepingTest {

    @Test
    void what_has_served_is_deleted_after_its_time_and_what_has_not_stays() {
        try (Neighbourhood neighbourhood = new Neighbourhood()) {
            neighbourhood.eavesdrop();
            ConfigurableApplicationContext town = neighbourhood.town();
            Lamps lamps = town.getBean(Lamps.class);
            lamps.light("old", "blue");
            lamps.light("new", "blue");
            JdbcClient data = neighbourhood.townData();
            await().untilAsserted(() ->
                    assertThat(count(data, "outbox where published_at is null")).isZero());
            data.sql("update messaging.outbox set published_at = now() - interval '8 days' where subject = 'old'")
                    .update();
            data.sql("""
                    insert into messaging.outbox (id, type, subject, version, data, occurred_at, available_at)
                    values (gen_random_uuid(), 'town.lamp.lit', 'stuck', 1, '{}', now() - interval '1 year',
                            now() + interval '1 hour')
                    """).update();
            data.sql("""
                    insert into messaging.inbox (event_id, type, handled_at)
                    values ('old', 'x', now() - interval '31 days'), ('new', 'x', now())
                    """).update();
            data.sql("""
                    insert into messaging.dead_letter
                        (queue, message_key, headers, body, reason, stack_trace, failed_at, state, settled_at)
                    values ('q', 'settled', '{}', '', '', '', now(), 'discarded', now() - interval '91 days'),
                           ('q', 'waiting', '{}', '', '', '', now() - interval '1 year', 'waiting', null)
                    """).update();

            town.getBean(Housekeeping.class).clean();

            assertThat(count(data, "outbox where subject = 'old'")).isZero();
            assertThat(count(data, "outbox where subject in ('new', 'stuck')")).isEqualTo(2);
            assertThat(count(data, "inbox where event_id = 'old'")).isZero();
            assertThat(count(data, "inbox where event_id = 'new'")).isEqualTo(1);
            assertThat(count(data, "dead_letter where message_key = 'settled'")).isZero();
            assertThat(count(data, "dead_letter where message_key = 'waiting'")).isEqualTo(1);
        }
    }

    @Test
    void what_cannot_be_deleted_is_a_metric_by_its_name_and_keeps_nothing_else_from_being_deleted() {
        MovableClock clock = new MovableClock();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AtomicBoolean stands = new AtomicBoolean(true);
        Map<String, Expiring> all = new LinkedHashMap<>();
        all.put("photos", (now, limit) -> {
            if (stands.get()) {
                throw new IllegalStateException("no such column");
            }
            return 0;
        });
        all.put("words", (now, limit) -> 0);
        Housekeeping housekeeping = new Housekeeping(all, clock, meters);
        clock.moveBy(Duration.ofHours(7));
        housekeeping.clean();
        assertThat(sinceLooked(meters, "photos")).isBetween(25_200.0, 25_210.0);
        assertThat(sinceLooked(meters, "words")).isLessThan(10);
        stands.set(false);
        housekeeping.clean();
        assertThat(sinceLooked(meters, "photos")).isLessThan(10);
    }

    private static double sinceLooked(MeterRegistry meters, String what) {
        return meters.get("bluelamp.retention.looked")
                .tag("what", what)
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    private static long count(JdbcClient data, String from) {
        return data.sql("select count(*) from messaging." + from)
                .query(Long.class)
                .single();
    }
}
