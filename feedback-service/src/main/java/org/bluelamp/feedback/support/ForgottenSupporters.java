package org.bluelamp.feedback.support;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.stereotype.Component;

/** What makes a support one code's is forgotten 28 days after its round has closed, as the code itself is. */
@Component
class ForgottenSupporters implements Expiring {

    private static final Duration AFTER = Duration.ofDays(28);

    private final Supports supports;

    ForgottenSupporters(Supports supports) {
        this.supports = supports;
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        return supports.forget(now.minus(AFTER), limit);
    }
}
