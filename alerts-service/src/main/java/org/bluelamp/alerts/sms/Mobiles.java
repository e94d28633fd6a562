package org.bluelamp.alerts.sms;

import static java.time.ZoneOffset.UTC;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.NewDelivery;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.bluelamp.contact.MobileNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mobile numbers of subscribers. One is kept only after its owner gave back a code that was sent to it, and by one
 * subscriber only: whoever confirms it last.
 */
@Service
public class Mobiles {

    /** How long a code is good for. */
    public static final Duration CODE_VALID = Duration.ofMinutes(30);

    /** The kind of a message that goes to the number which is to be confirmed by it. */
    public static final String CODE_KIND = "mobile-code";

    private static final int CODES_A_DAY = 3;

    /** To everybody together: far more than come after a leaflet, and what a night of abuse may cost at most. */
    private static final int CODES_AN_HOUR = 500;

    private static final int TRIES = 5;
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final AddressVault vault;
    private final Deliveries deliveries;
    private final ObjectProvider<SmsChannel> channel;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Mobiles(
            JdbcClient jdbc,
            AddressVault vault,
            Deliveries deliveries,
            ObjectProvider<SmsChannel> channel,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.deliveries = deliveries;
        this.channel = channel;
        this.clock = clock;
    }

    /** Whether there is anybody who takes text messages for us. */
    public boolean offered() {
        return channel.getIfAvailable() != null;
    }

    /** The text messages that a subscriber gets; empty when none. */
    @Transactional(readOnly = true)
    public Optional<Mobile> of(UUID subscriber) {
        return jdbc.sql("""
                select confirmed_at, texts, from_hour, until_hour, suppressed_at
                from mobile
                where subscriber_id = :subscriber
                """)
                .param("subscriber", subscriber)
                .query((row, n) -> {
                    var suppressed = row.getObject("suppressed_at", OffsetDateTime.class);
                    return new Mobile(
                            row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                            new TextTimes(
                                    TextTimes.When.of(row.getString("texts")).orElseThrow(),
                                    row.getInt("from_hour"),
                                    row.getInt("until_hour")),
                            suppressed == null ? null : suppressed.toInstant());
                })
                .optional();
    }

    /** Whether a code was sent that may still be given back. */
    @Transactional(readOnly = true)
    public boolean awaitsCode(UUID subscriber) {
        return openCode(subscriber, false).isPresent();
    }

    /**
     * Sends a code to a number.
     *
     * @return false when no more are sent today, to this person or this number
     */
    @Transactional
    public boolean sendCode(UUID subscriber, MobileNumber number) {
        if (!isConfirmed(subscriber)) {
            return false;
        }
        var hash = vault.hash(number);
        // Whoever asks for the same number at the same time is counted one after the other.
        jdbc.sql("select pg_advisory_xact_lock(:number)")
                .param("number", ByteBuffer.wrap(hash).getLong())
                .query((row, n) -> 1)
                .single();
        var now = clock.instant();
        var sent = jdbc.sql("""
                select greatest(
                    count(*) filter (where subscriber_id = :subscriber),
                    count(*) filter (where number_hash = :hash))
                from mobile_code
                where (subscriber_id = :subscriber or number_hash = :hash) and sent_at > :since
                """)
                .param("subscriber", subscriber)
                .param("hash", hash)
                .param("since", now.minus(DAY).atOffset(UTC))
                .query(Integer.class)
                .single();
        var area = anyArea(subscriber);
        if (sent >= CODES_A_DAY || area.isEmpty() || ofLastHour() >= CODES_AN_HOUR) {
            return false;
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into mobile_code (id, subscriber_id, number, number_hash, code, sent_at)
                values (:id, :subscriber, :number, :hash, :code, :now)
                """)
                .param("id", id)
                .param("subscriber", subscriber)
                .param("number", vault.seal(subscriber, number))
                .param("hash", hash)
                .param("code", vault.sealSecret(id, String.format("%06d", random.nextInt(1_000_000))))
                .param("now", now.atOffset(UTC))
                .update();
        deliveries.add(new NewDelivery(
                CODE_KIND, id.toString(), subscriber, Way.SMS, Lane.TRANSACTIONAL, area.get(), now.plus(CODE_VALID)));
        return true;
    }

    /**
     * Takes a code back from its receiver, and with it the number.
     *
     * @return what came of it
     */
    @Transactional
    public CodeAnswer confirm(UUID subscriber, String typed) {
        var open = openCode(subscriber, true);
        if (open.isEmpty() || !isConfirmed(subscriber)) {
            return CodeAnswer.TOO_LATE;
        }
        var code = open.get();
        jdbc.sql("update mobile_code set tries = tries + 1 where id = :id")
                .param("id", code.id())
                .update();
        var digits = typed.replaceAll("\\s", "");
        if (!MessageDigest.isEqual(
                vault.openSecret(code.id(), code.code()).getBytes(StandardCharsets.UTF_8),
                digits.getBytes(StandardCharsets.UTF_8))) {
            return code.tries() + 1 >= TRIES ? CodeAnswer.TOO_LATE : CodeAnswer.WRONG;
        }
        var number = vault.openMobile(subscriber, code.number());
        var now = clock.instant().atOffset(UTC);
        jdbc.sql("update mobile_code set used_at = :now where id = :id")
                .param("id", code.id())
                .param("now", now)
                .update();
        // Whoever had it before has it no more: the phone is in these hands now.
        jdbc.sql("delete from mobile where number_hash = any (:hashes) and subscriber_id <> :subscriber")
                .param("hashes", vault.hashes(number).toArray(byte[][]::new))
                .param("subscriber", subscriber)
                .update();
        jdbc.sql("""
                insert into mobile (subscriber_id, number, number_hash, hash_key, confirmed_at)
                values (:subscriber, :number, :hash, :key, :now)
                on conflict (subscriber_id) do update
                set number = excluded.number, number_hash = excluded.number_hash, hash_key = excluded.hash_key,
                    confirmed_at = excluded.confirmed_at, suppressed_at = null, suppressed_reason = null
                """)
                .param("subscriber", subscriber)
                .param("number", vault.seal(subscriber, number))
                .param("hash", vault.hash(number))
                .param("key", vault.hashKeyMark())
                .param("now", now)
                .update();
        return CodeAnswer.CONFIRMED;
    }

    /** What comes of a code that was typed. */
    public enum CodeAnswer {
        CONFIRMED,
        WRONG,
        /** It is no longer good, or was tried too often: another is needed. */
        TOO_LATE
    }

    /** Changes when a subscriber is texted; false when they have no number. */
    @Transactional
    public boolean choose(UUID subscriber, TextTimes times) {
        return jdbc.sql("""
                update mobile
                set texts = :texts, from_hour = :from, until_hour = :until
                where subscriber_id = :subscriber
                """)
                        .param("subscriber", subscriber)
                        .param("texts", times.when().word())
                        .param("from", times.from())
                        .param("until", times.until())
                        .update()
                == 1;
    }

    /**
     * Forgets a subscriber's number, and what was still to be texted. That codes were sent is remembered without the number:
     * else whoever takes it away again could have codes sent to strangers without end.
     */
    @Transactional
    public void forget(UUID subscriber) {
        jdbc.sql("delete from mobile where subscriber_id = :subscriber")
                .param("subscriber", subscriber)
                .update();
        jdbc.sql("""
                update mobile_code
                set number = '', code = '', used_at = coalesce(used_at, :now)
                where subscriber_id = :subscriber
                """)
                .param("subscriber", subscriber)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        deliveries.cancelFor(subscriber, Way.SMS);
    }

    /**
     * Somebody answered a text message.
     *
     * @return whether that ended the texts to their number
     */
    @Transactional
    public boolean answered(MobileNumber number, String words) {
        var first = words.strip().split("[^A-Za-z]", 2)[0];
        if (!first.equalsIgnoreCase("stop")) {
            return false;
        }
        var owner = jdbc.sql("select subscriber_id from mobile where number_hash = any (:hashes)")
                .param("hashes", vault.hashes(number).toArray(byte[][]::new))
                .query(UUID.class)
                .optional();
        owner.ifPresent(this::forget);
        return owner.isPresent();
    }

    /** Sends nothing more to a number that texts come back from, until its owner confirms it anew. */
    @Transactional
    public void suppress(UUID subscriber) {
        jdbc.sql("""
                update mobile
                set suppressed_at = :now, suppressed_reason = 'bounced'
                where subscriber_id = :subscriber and suppressed_at is null
                """)
                .param("subscriber", subscriber)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** The code that a message of a code is to tell; empty when it is used or no longer good. */
    Optional<String> codeOf(UUID id) {
        return jdbc.sql("select code from mobile_code where id = :id and used_at is null and sent_at > :since")
                .param("id", id)
                .param("since", since())
                .query((row, n) -> vault.openSecret(id, row.getBytes("code")))
                .optional();
    }

    private int ofLastHour() {
        return jdbc.sql("select count(*) from mobile_code where sent_at > :since")
                .param("since", clock.instant().minus(Duration.ofHours(1)).atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    private Optional<OpenCode> openCode(UUID subscriber, boolean lock) {
        return jdbc.sql("""
                select id, number, code, tries, used_at
                from mobile_code
                where subscriber_id = :subscriber and sent_at > :since
                order by sent_at desc, id
                limit 1
                """ + (lock ? "for update" : ""))
                .param("subscriber", subscriber)
                .param("since", since())
                .query((row, n) -> new OpenCode(
                        row.getObject("id", UUID.class),
                        row.getBytes("number"),
                        row.getBytes("code"),
                        row.getInt("tries"),
                        row.getObject("used_at") != null))
                .optional()
                .filter(code -> !code.used() && code.tries() < TRIES);
    }

    private OffsetDateTime since() {
        return clock.instant().minus(CODE_VALID).atOffset(UTC);
    }

    private boolean isConfirmed(UUID subscriber) {
        return jdbc.sql("select 1 from subscriber where id = :id and status = 'confirmed' for update")
                .param("id", subscriber)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** A delivery names an area; a code is about none, so it names one that they follow. */
    private Optional<String> anyArea(UUID subscriber) {
        return jdbc.sql("""
                select area
                from subscription
                where subscriber_id = :subscriber and ended_at is null
                order by started_at
                limit 1
                """).param("subscriber", subscriber).query(String.class).optional();
    }

    private record OpenCode(UUID id, byte[] number, byte[] code, int tries, boolean used) {}
}
