package org.bluelamp.feedback.voice;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.stereotype.Component;

/**
 * Codes are forgotten 28 days after their round has closed, people's own words a year after it, and counts of bursts after
 * a day.
 */
@Component
class ForgottenCodes implements Expiring {

    private static final Duration AFTER = Duration.ofDays(28);
    private static final Duration WORDS = Duration.ofDays(365);
    private static final Duration BURSTS = Duration.ofDays(1);

    private final Voices voices;

    ForgottenCodes(Voices voices) {
        this.voices = voices;
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        int bursts = voices.forgetBursts(now.minus(BURSTS), limit);
        if (bursts == limit) {
            return bursts;
        }
        int codes = voices.forgetCodes(now.minus(AFTER), limit);
        return codes == limit ? codes : voices.forgetWords(now.minus(WORDS), limit);
    }
}
