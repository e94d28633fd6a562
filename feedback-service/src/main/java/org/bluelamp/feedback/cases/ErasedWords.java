package org.bluelamp.feedback.cases;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what people and staff wrote about a case a year after it ended: after it was closed, or answered and nobody closed
 * it, or set aside and nobody took it for a person's. When it came, where, about what and how the promise was kept stays,
 * so that figures of earlier years do. ADR 241.
 */
@Component
class ErasedWords implements Expiring {

    /** How long words are kept after the end. */
    static final Duration KEPT = Duration.ofDays(365);

    private final Cases cases;

    ErasedWords(Cases cases) {
        this.cases = cases;
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        return cases.eraseWords(now.minus(KEPT), now, limit);
    }
}
