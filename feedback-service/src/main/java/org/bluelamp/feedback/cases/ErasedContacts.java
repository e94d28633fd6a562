package org.bluelamp.feedback.cases;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.stereotype.Component;

/**
 * Erases how a sender can be reached 28 days after their case was closed, after it was answered and nobody closed it, or
 * after it came and was set aside, which nobody answers.
 * The case itself stays, with nothing that says who sent it but what they wrote.
 */
@Component
class ErasedContacts implements Expiring {

    /** How long contact details are kept after the end. */
    static final Duration KEPT = Duration.ofDays(28);

    private final Cases cases;

    ErasedContacts(Cases cases) {
        this.cases = cases;
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        return cases.erase(now.minus(KEPT), now, limit);
    }
}
