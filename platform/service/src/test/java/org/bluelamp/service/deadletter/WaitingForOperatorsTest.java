package org.bluelamp.service.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bluelamp.messaging.deadletter.DeadLetter;
import org.bluelamp.messaging.deadletter.DeadLetters;
import org.bluelamp.web.page.WaitingWork;
import org.junit.jupiter.api.Test;

class WaitingForOperatorsTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void when_all_is_well_nothing_waits() {
        outboxWaitsSince(Duration.ofSeconds(5));
        queue("news.alerts", 2);

        assertThat(texts()).isEmpty();
    }

    @Test
    void an_event_that_is_not_announced_is_told_with_its_age() {
        outboxWaitsSince(Duration.ofMinutes(12));

        assertThat(texts()).containsExactly("An event of news has waited to be announced for 12 minutes");
    }

    @Test
    void queues_without_a_consumer_and_those_nobody_could_look_at_are_told() {
        queue("directory.news", 0);
        queue("alerts.news", 1);
        queue("feedback.news", Double.NaN);

        assertThat(texts())
                .containsExactly(
                        "1 queue of news has nobody who takes from it", "1 queue of news could not be looked at");
    }

    private List<String> texts() {
        return new WaitingForOperators(new NoDeadLetters(), meters, "news")
                .waiting().items().stream().map(WaitingWork.Item::text).toList();
    }

    private void outboxWaitsSince(Duration age) {
        TimeGauge.builder("bluelamp.outbox.oldest", age::toSeconds, TimeUnit.SECONDS)
                .register(meters);
    }

    private void queue(String name, double consumers) {
        Gauge.builder("bluelamp.queue.consumers", () -> consumers)
                .tag("queue", name)
                .register(meters);
    }

    private static final class NoDeadLetters implements DeadLetters {

        @Override
        public List<DeadLetter> list(DeadLetter.State state, int offset, int limit) {
            return List.of();
        }

        @Override
        public long count(DeadLetter.State state) {
            return 0;
        }

        @Override
        public Optional<DeadLetter> find(long id) {
            return Optional.empty();
        }

        @Override
        public void replay(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void discard(long id, String reason) {
            throw new UnsupportedOperationException();
        }
    }
}
