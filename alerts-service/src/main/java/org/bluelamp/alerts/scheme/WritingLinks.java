package org.bluelamp.alerts.scheme;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.NewDelivery;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which coordinators write to their schemes (ADR 250). The link to a subscriber's own page stands in every email and
 * works for months, so whoever was forwarded one may look at that page, and must not speak to neighbours in somebody's name.
 * Each link here was mailed because the coordinator asked for it, and is for one message, soon.
 */
@Service
public class WritingLinks implements Expiring {

    /** For how long one works. */
    public static final Duration GOOD_FOR = Duration.ofHours(1);

    /** So many are mailed to a coordinator within a day, whoever asks. */
    public static final int MAILS_A_DAY = 5;

    /** For so long whoever comes with an old one is led to a new one. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Schemes schemes;
    private final Deliveries deliveries;
    private final Clock clock;

    WritingLinks(JdbcClient jdbc, Schemes schemes, Deliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.schemes = schemes;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** What became of asking for a link. */
    public enum Asked {
        MAILED,
        /** Whoever it would go to does not coordinate the scheme, or it is not open. */
        NOT_ALLOWED,
        /** The day's emails are used up. */
        TOO_MANY
    }

    /** Mails a link to the coordinator of a scheme, and to nobody else. */
    @Transactional
    public Asked ask(UUID subscriber, UUID scheme) {
        // Locked, so that two at one moment are counted one after the other.
        var area = jdbc.sql("""
                select scheme.area
                from subscriber
                join scheme_member on scheme_member.subscriber_id = subscriber.id and scheme_member.coordinator
                join scheme on scheme.id = scheme_member.scheme_id and scheme.state = 'open'
                where subscriber.id = :subscriber and subscriber.status = 'confirmed' and scheme.id = :scheme
                for update of subscriber
                """)
                .param("subscriber", subscriber)
                .param("scheme", scheme)
                .query(String.class)
                .optional();
        if (area.isEmpty()) {
            return Asked.NOT_ALLOWED;
        }
        var now = clock.instant();
        var ofLastDay = jdbc.sql(
                        "select count(*) from writing_link where subscriber_id = :subscriber and asked_at > :day")
                .param("subscriber", subscriber)
                .param("day", now.minus(Duration.ofDays(1)).atOffset(UTC))
                .query(Integer.class)
                .single();
        if (ofLastDay >= MAILS_A_DAY) {
            return Asked.TOO_MANY;
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into writing_link (id, scheme_id, subscriber_id, asked_at)
                values (:id, :scheme, :subscriber, :now)
                """)
                .param("id", id)
                .param("scheme", scheme)
                .param("subscriber", subscriber)
                .param("now", now.atOffset(UTC))
                .update();
        deliveries.add(NewDelivery.mail(
                WritingLinkMail.KIND, id.toString(), subscriber, Lane.TRANSACTIONAL, area.get(), now.plus(GOOD_FOR)));
        return Asked.MAILED;
    }

    /** A link that was mailed within a month, whether it still works or not. */
    public Optional<WritingLink> find(UUID id) {
        return jdbc.sql("select id, scheme_id, subscriber_id, asked_at, used_at from writing_link where id = :id")
                .param("id", id)
                .query((row, n) -> new WritingLink(
                        row.getObject("id", UUID.class),
                        row.getObject("scheme_id", UUID.class),
                        row.getObject("subscriber_id", UUID.class),
                        row.getObject("asked_at", OffsetDateTime.class)
                                .toInstant()
                                .plus(GOOD_FOR),
                        row.getObject("used_at") != null))
                .optional();
    }

    /** Writes to the members of the link's scheme, and uses the link up with it; else it is good for another try. */
    @Transactional
    public Schemes.Written write(UUID id, String heading, String body) {
        jdbc.sql("select id from writing_link where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        var link = find(id).filter(found -> found.isGood(clock.instant()));
        if (link.isEmpty()) {
            return Schemes.Written.LINK_OVER;
        }
        var written = schemes.write(link.get().subscriber(), link.get().scheme(), heading, body);
        if (written == Schemes.Written.SENT) {
            jdbc.sql("update writing_link set used_at = :now where id = :id")
                    .param("now", clock.instant().atOffset(UTC))
                    .param("id", id)
                    .update();
        }
        return written;
    }

    /** Forgets links after a month. */
    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                delete from writing_link
                where id in (select id from writing_link where asked_at < :before limit :limit)
                """)
                .param("before", now.minus(KEPT).atOffset(UTC))
                .param("limit", limit)
                .update();
    }
}
