package org.bluelamp.service.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.URL;
import java.time.Duration;

/**
 * Keycloak's keys for checking tokens, kept through an outage of it. They are fetched again every few minutes, so that a
 * key that was taken out of use soon counts for nothing, and ahead of time, so that nobody waits for it; while Keycloak
 * does not answer, the last ones count on for a day, which is longer than any token lives.
 */
final class Keys {

    /** Somebody may be waiting: soon or not at all. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration FETCHED_AGAIN_AFTER = Duration.ofMinutes(5);
    private static final Duration SOONEST = Duration.ofSeconds(30);
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration KEPT_THROUGH_AN_OUTAGE = Duration.ofDays(1);
    private static final int LONGEST_ANSWER = 64 * 1024;

    private Keys() {}

    static JWKSource<SecurityContext> at(URL address) {
        return at(address, FETCHED_AGAIN_AFTER, AHEAD);
    }

    static JWKSource<SecurityContext> at(URL address, Duration fetchedAgainAfter, Duration ahead) {
        int patience = Math.toIntExact(PATIENCE.toMillis());
        return JWKSourceBuilder.<SecurityContext>create(
                        address, new DefaultResourceRetriever(patience, patience, LONGEST_ANSWER))
                .cache(fetchedAgainAfter.toMillis(), Math.min(fetchedAgainAfter.toMillis() / 4, 2L * patience))
                .refreshAheadCache(ahead.toMillis(), false)
                // Tokens that name keys nobody knows must not make us a burden for Keycloak.
                .rateLimited(Math.min(SOONEST.toMillis(), fetchedAgainAfter.toMillis() / 2))
                .outageTolerant(KEPT_THROUGH_AN_OUTAGE.toMillis())
                .build();
    }
}
