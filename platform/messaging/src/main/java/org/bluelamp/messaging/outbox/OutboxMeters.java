package org.bluelamp.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What an operator watches of the outbox. */
final class OutboxMeters {

    private final Counter published;
    private final Counter returned;
    private final Counter failed;

    OutboxMeters(MeterRegistry registry, OutboxTable table, Clock clock) {
        published = Counter.builder("bluelamp.outbox.published")
                .description("Events the broker took")
                .register(registry);
        returned = Counter.builder("bluelamp.outbox.returned")
                .description("Attempts that came back because nobody listens")
                .register(registry);
        failed = Counter.builder("bluelamp.outbox.failed")
                .description("Attempts the broker refused or did not answer")
                .register(registry);
        Gauge.builder(
                        "bluelamp.outbox.backlog",
                        table,
                        outbox -> outbox.backlog().size())
                .description("Events that wait to be published")
                .register(registry);
        TimeGauge.builder("bluelamp.outbox.oldest", () -> age(table, clock), TimeUnit.SECONDS)
                .description("Age of the oldest event that waits to be published")
                .register(registry);
    }

    void count(Publication publication) {
        long sentBack = publication.failed().stream()
                .filter(Publication.Failed::returned)
                .count();
        published.increment(publication.published().size());
        returned.increment(sentBack);
        failed.increment(publication.failed().size() - sentBack);
    }

    private static double age(OutboxTable table, Clock clock) {
        var oldest = table.backlog().oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }
}
