package org.bluelamp.alerts.subscription;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether sign-ups are worked for while very many come, and what is very many (ADR 176).
 *
 * @param enabled whether that is ever asked
 * @param signUps within ten minutes so many are a flood
 * @param unprovenPerMinute so many sign-ups without a proof are taken a minute meanwhile
 * @param bits how many leading bits of the hash must be zero: each more doubles the work; 16 take a phone about a second
 */
@ConfigurationProperties("bluelamp.alerts.sign-up.proof-of-work")
public record FloodSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("300") int signUps,
        @DefaultValue("30") int unprovenPerMinute,
        @DefaultValue("16") int bits) {

    private static final int MOST_BITS = 24;

    /** @throws IllegalArgumentException when nobody could do the work, or nobody had any */
    public FloodSettings {
        if (bits < 1 || bits > MOST_BITS) {
            throw new IllegalArgumentException("The proof of work has 1 to " + MOST_BITS + " bits");
        }
    }
}
