package org.bluelamp.alerts.subscription;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Notices when sign-ups come in a flood, and holds back then what nobody worked for; who asks for emails about what they
 * told us signs up too. A proof is a number with which the
 * hash of challenge and address begins with zero bits: quickly checked, found only by trying, and good for one address.
 */
@Service
public class Flood {

    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final int LONGEST_PROOF = 20;

    /** More need not be told apart by whoever watches. */
    private static final int COUNTED = 10_000;

    /** Whatever sends a mail to an address that anybody may have entered. */
    private static final String ASKED = """
            with asked as not materialized (
                select requested_at as at, proven
                from sign_up
                where source in ('page', 'api')
                union all
                select asked_at, proven
                from case_news
            )
            """;

    private final JdbcClient jdbc;
    private final FloodSettings settings;
    private final Clock clock;

    Flood(JdbcClient jdbc, FloodSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether so many sign-ups come at present that work is asked for them. */
    public boolean running() {
        return settings.enabled()
                && jdbc.sql(ASKED + """
                        select count(*) >= :flood
                        from (
                            select
                            from asked
                            where at > :since
                            limit :flood) as lately
                        """)
                        .param("flood", settings.signUps())
                        .param("since", clock.instant().minus(LATELY).atOffset(UTC))
                        .query(Boolean.class)
                        .single();
    }

    /** How many people signed up, or were signed up, within ten minutes; never more than {@value #COUNTED}. */
    int lately() {
        return jdbc.sql(ASKED + """
                        select count(*)
                        from (
                            select
                            from asked
                            where at > :since
                            limit :counted) as lately
                        """)
                .param("counted", COUNTED)
                .param("since", clock.instant().minus(LATELY).atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** Whether as many sign-ups without a proof were taken within a minute as may be while a flood is running. */
    public boolean full() {
        return running()
                && jdbc.sql(ASKED + """
                        select count(*) >= :most
                        from (
                            select
                            from asked
                            where at > :since and not proven
                            limit :most) as unproven
                        """)
                        .param("most", settings.unprovenPerMinute())
                        .param(
                                "since",
                                clock.instant().minus(Duration.ofMinutes(1)).atOffset(UTC))
                        .query(Boolean.class)
                        .single();
    }

    /** How many leading bits of the hash must be zero. */
    public int bits() {
        return settings.bits();
    }

    /**
     * Whether somebody worked for this address.
     *
     * @param challenge one of ours, which the caller has checked to be
     * @param address as it was typed
     * @param proof what was found
     */
    public boolean proves(String challenge, String address, String proof) {
        return !proof.isEmpty()
                && proof.length() <= LONGEST_PROOF
                && zeros(hash(challenge + "\n" + address.strip() + "\n" + proof)) >= settings.bits();
    }

    private static int zeros(byte[] hash) {
        var bits = 0;
        for (var part : hash) {
            if (part != 0) {
                return bits + Integer.numberOfLeadingZeros(part & 0xff) - 24;
            }
            bits += Byte.SIZE;
        }
        return bits;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
