package org.bluelamp.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What an operator watches of the outbox. */
final class OutboxMeters {

    private final Counter published;
    private final Counter returned;
    private final Counter failed;
    private final Clock clock;
    private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, null);
    private volatile Instant looked;

    OutboxMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        looked = clock.instant();
        published = Counter.builder("bluelamp.outbox.published")
                .description("Events the broker took")
                .register(registry);
        returned = Counter.builder("bluelamp.outbox.returned")
                .description("Attempts that came back because nobody listens")
                .register(registry);
        failed = Counter.builder("bluelamp.outbox.failed")
                .description("Attempts the broker refused or did not answer")
                .register(registry);
        Gauge.builder("bluelamp.outbox.backlog", this, meters -> meters.backlog.size())
                .description("Events that wait to be published")
                .register(registry);
        TimeGauge.builder("bluelamp.outbox.oldest", () -> secondsSince(backlog.oldest()), TimeUnit.SECONDS)
                .description("Age of the oldest event that waits to be published")
                .register(registry);
        TimeGauge.builder("bluelamp.outbox.looked", () -> secondsSince(looked), TimeUnit.SECONDS)
                .description("Time since the relay last looked into the outbox without a fault")
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

    /** The relay has looked, and this is what waits; meters read this, so that nobody who reads them asks the database. */
    void looked(OutboxTable.Backlog waiting) {
        backlog = waiting;
        looked = clock.instant();
    }

    private double secondsSince(@Nullable Instant then) {
        return then == null
                ? 0
                : Math.max(0, Duration.between(then, clock.instant()).toMillis() / 1000.0);
    }
}
