package org.bluelamp.alerts.subscription;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.bluelamp.messaging.Watch;
import org.springframework.stereotype.Component;

/** Looks how many sign-ups came lately, whether or not they have to be worked for, so that a flood of them is noticed. */
@Component
class SignUpWatch extends Watch {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Flood flood;
    private volatile int lately;

    SignUpWatch(Flood flood, Clock clock, MeterRegistry registry) {
        super("sign-ups", EVERY, clock, registry);
        this.flood = flood;
        Gauge.builder("alerts.sign.ups.lately", this, watch -> watch.lately)
                .description("Sign-ups of the last ten minutes, by the forms and by programs")
                .register(registry);
    }

    @Override
    protected void see() {
        lately = flood.lately();
    }
}
