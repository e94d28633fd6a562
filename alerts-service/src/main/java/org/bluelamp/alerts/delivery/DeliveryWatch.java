package org.bluelamp.alerts.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bluelamp.messaging.Watch;
import org.springframework.stereotype.Component;

/** Looks how many deliveries are still to be made and since when, so that mails which do not go out are noticed. */
@Component
class DeliveryWatch extends Watch {

    private static final Duration EVERY = Duration.ofSeconds(30);

    /** An urgent message that is with nobody after this is not on its way. */
    private static final Duration URGENT_WITHIN = Duration.ofMinutes(2);

    private final Deliveries deliveries;
    private final Clock clock;
    private volatile long urgentUnaccepted;
    private volatile Deliveries.Open open = new Deliveries.Open(0, null);

    DeliveryWatch(Deliveries deliveries, Clock clock, MeterRegistry registry) {
        super("deliveries", EVERY, clock, registry);
        this.deliveries = deliveries;
        this.clock = clock;
        Gauge.builder("alerts.deliveries.open", this, watch -> watch.open.count())
                .description("Deliveries that are still to be made")
                .register(registry);
        Gauge.builder("alerts.urgent.unaccepted", this, watch -> watch.urgentUnaccepted)
                .description("Urgent items of which nothing was accepted for anybody after two minutes")
                .register(registry);
        TimeGauge.builder("alerts.deliveries.overdue", this::overdue, TimeUnit.SECONDS)
                .description("How long the first delivery that could be made has waited for a worker")
                .register(registry);
    }

    @Override
    protected void see() {
        open = deliveries.open();
        urgentUnaccepted = deliveries.urgentUnaccepted(URGENT_WITHIN);
    }

    private double overdue() {
        var since = open.dueSince();
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
