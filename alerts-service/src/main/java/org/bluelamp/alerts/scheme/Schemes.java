package org.bluelamp.alerts.scheme;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.delivery.DeliveriesAdded;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.NewDelivery;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Watch schemes. Whoever founds one is its coordinator once an officer of the area has opened it; a coordinator writes
 * to the members of that scheme and never sees who they are.
 */
@Service
public class Schemes implements Expiring {

    /** A coordinator who writes more often than this wears the members out. */
    public static final int MESSAGES_A_DAY = 2;

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration NOT_AFTER = Duration.ofDays(2);

    private static final String SELECT = """
            select scheme.id, scheme.name, scheme.kind, scheme.area, scheme.state, scheme.asked_at,
                (select count(*)
                 from scheme_member member
                 join subscriber on subscriber.id = member.subscriber_id
                 where member.scheme_id = scheme.id and subscriber.status = 'confirmed') as members,
                own.coordinator
            from scheme
            left join scheme_member own on own.scheme_id = scheme.id and own.subscriber_id = :subscriber
            """;

    private static final RowMapper<Scheme> SCHEME = (row, n) -> {
        var coordinator = row.getObject("coordinator", Boolean.class);
        return new Scheme(
                row.getObject("id", UUID.class),
                row.getString("name"),
                SchemeKind.of(row.getString("kind")).orElseThrow(),
                new AreaCode(row.getString("area")),
                Scheme.State.of(row.getString("state")),
                row.getInt("members"),
                coordinator == null
                        ? Scheme.MemberRole.NOBODY
                        : coordinator ? Scheme.MemberRole.COORDINATOR : Scheme.MemberRole.MEMBER,
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    };

    private static final RowMapper<SchemeMessage> MESSAGE = (row, n) -> new SchemeMessage(
            row.getObject("id", UUID.class),
            row.getObject("scheme_id", UUID.class),
            row.getString("name"),
            SchemeKind.of(row.getString("kind")).orElseThrow(),
            row.getString("heading"),
            row.getString("body"),
            row.getObject("sent_at", OffsetDateTime.class).toInstant());

    /** So many schemes one person may have asked for that nobody has decided on yet. */
    private static final int MOST_ASKED = 3;

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Schemes(JdbcClient jdbc, Deliveries deliveries, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The open schemes of the areas somebody follows, of those above and below, and those they founded. */
    public List<Scheme> near(UUID subscriber) {
        return jdbc.sql(SELECT + """
                where scheme.state = 'open' and exists (
                        select
                        from subscription
                        where subscription.subscriber_id = :subscriber and subscription.ended_at is null
                          and (subscription.area = scheme.area
                              or starts_with(subscription.area, scheme.area || '/')
                              or starts_with(scheme.area, subscription.area || '/')))
                   or scheme.state = 'asked' and scheme.founded_by = :subscriber
                   or scheme.state = 'open' and own.subscriber_id is not null
                order by scheme.name, scheme.id
                """)
                .param("subscriber", subscriber)
                .query(SCHEME)
                .list();
    }

    /** The schemes of areas that are asked for or open, those to decide on first. */
    public List<Scheme> within(Collection<AreaCode> areas) {
        return jdbc.sql(SELECT + """
                where scheme.state in ('asked', 'open') and exists (
                    select
                    from unnest(:areas) as own_area (code)
                    where scheme.area = own_area.code or starts_with(scheme.area, own_area.code || '/'))
                order by scheme.state, scheme.asked_at, scheme.id
                limit 200
                """)
                .param("subscriber", new UUID(0, 0))
                .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .query(SCHEME)
                .list();
    }

    /** What was written to a scheme within a week, the latest first. */
    public List<SchemeMessage> messages(UUID scheme) {
        return jdbc.sql("""
                select scheme_message.id, scheme_id, scheme.name, scheme.kind, heading, body, sent_at
                from scheme_message
                join scheme on scheme.id = scheme_id
                where scheme_id = :scheme
                order by sent_at desc, scheme_message.id
                """).param("scheme", scheme).query(MESSAGE).list();
    }

    Optional<SchemeMessage> message(UUID id) {
        return jdbc.sql("""
                select scheme_message.id, scheme_id, scheme.name, scheme.kind, heading, body, sent_at
                from scheme_message
                join scheme on scheme.id = scheme_id
                where scheme_message.id = :id and scheme.state = 'open'
                """).param("id", id).query(MESSAGE).optional();
    }

    /** A scheme that was decided on and is as it was decided. */
    Optional<Scheme> decided(UUID id) {
        return jdbc.sql(SELECT + "where scheme.id = :id and scheme.state in ('open', 'refused')")
                .param("subscriber", new UUID(0, 0))
                .param("id", id)
                .query(SCHEME)
                .optional();
    }

    /** The name of a scheme that is open. */
    Optional<String> openName(UUID id) {
        return jdbc.sql("select name from scheme where id = :id and state = 'open'")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /**
     * Somebody wants to found a scheme; it waits for an officer.
     *
     * @return false when they do not follow the area, or there is one of that name in it
     */
    @Transactional
    public boolean found(UUID subscriber, String name, SchemeKind kind, AreaCode area) {
        return jdbc.sql("""
                insert into scheme (name, kind, area, state, founded_by, asked_at)
                select :name, :kind, :area, 'asked', subscriber.id, :now
                from subscriber
                where subscriber.id = :subscriber and subscriber.status = 'confirmed' and exists (
                    select
                    from subscription
                    where subscription.subscriber_id = subscriber.id and subscription.area = :area and ended_at is null)
                  and (
                    select count(*)
                    from scheme
                    where scheme.founded_by = subscriber.id and scheme.state = 'asked') < :most
                on conflict do nothing
                """)
                        .param("most", MOST_ASKED)
                        .param("name", name)
                        .param("kind", kind.code())
                        .param("area", area.value())
                        .param("subscriber", subscriber)
                        .param("now", now())
                        .update()
                == 1;
    }

    /**
     * Joins an open scheme near the areas somebody follows.
     *
     * @return whether there is one; who is in it already stays in it
     */
    @Transactional
    public boolean join(UUID subscriber, UUID scheme) {
        if (near(subscriber).stream().noneMatch(one -> one.id().equals(scheme) && one.state() == Scheme.State.OPEN)) {
            return false;
        }
        add(scheme, subscriber, false);
        return true;
    }

    /** Leaves a scheme; who coordinated it does so no more. */
    @Transactional
    public void leave(UUID subscriber, UUID scheme) {
        jdbc.sql("delete from scheme_member where scheme_id = :scheme and subscriber_id = :subscriber")
                .param("scheme", scheme)
                .param("subscriber", subscriber)
                .update();
    }

    /** Leaves all schemes, with an end to all emails; what somebody only asked for is theirs no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaveAll(UUID subscriber) {
        jdbc.sql("delete from scheme_member where subscriber_id = :subscriber")
                .param("subscriber", subscriber)
                .update();
        jdbc.sql("update scheme set founded_by = null where founded_by = :subscriber")
                .param("subscriber", subscriber)
                .update();
    }

    /** What became of a message. */
    public enum Written {
        SENT,
        /** Whoever wrote it does not coordinate the scheme, or it is not open. */
        NOT_ALLOWED,
        /** The day's messages are used up. */
        TOO_MANY,
        /** The link was used, or is too old. */
        LINK_OVER
    }

    /** A coordinator writes to the members of their scheme, themselves included; only by a link that was mailed to them. */
    @Transactional(propagation = Propagation.MANDATORY)
    Written write(UUID subscriber, UUID scheme, String heading, String body) {
        // Locked, so that two at one moment are counted one after the other.
        var may = jdbc.sql("""
                select scheme.id
                from scheme
                join scheme_member on scheme_member.scheme_id = scheme.id
                join subscriber on subscriber.id = scheme_member.subscriber_id
                where scheme.id = :scheme and scheme.state = 'open' and scheme_member.coordinator
                  and subscriber.id = :subscriber and subscriber.status = 'confirmed'
                for update of scheme
                """)
                .param("scheme", scheme)
                .param("subscriber", subscriber)
                .query(UUID.class)
                .optional();
        if (may.isEmpty()) {
            return Written.NOT_ALLOWED;
        }
        var ofLastDay = messages(scheme).stream()
                .filter(message -> message.sentAt().isAfter(clock.instant().minus(Duration.ofDays(1))))
                .count();
        if (ofLastDay >= MESSAGES_A_DAY) {
            return Written.TOO_MANY;
        }
        var message = UUID.randomUUID();
        jdbc.sql("""
                insert into scheme_message (id, scheme_id, heading, body, sent_at)
                values (:id, :scheme, :heading, :body, :now)
                """)
                .param("id", message)
                .param("scheme", scheme)
                .param("heading", heading)
                .param("body", body)
                .param("now", now())
                .update();
        tell(message, scheme);
        return Written.SENT;
    }

    /** A delivery for each member; the reason is one of the areas they follow, the scheme's own if it is among them. */
    private void tell(UUID message, UUID scheme) {
        jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select distinct on (member.subscriber_id)
                    :kind, :message, member.subscriber_id, :channel, :lane, :list, subscription.area,
                    'pending', now(), :notAfter, :now
                from scheme_member member
                join scheme on scheme.id = member.scheme_id
                join subscriber on subscriber.id = member.subscriber_id
                join subscription on subscription.subscriber_id = member.subscriber_id
                where member.scheme_id = :scheme
                  and subscription.ended_at is null
                  and subscriber.status = 'confirmed' and subscriber.suppressed_at is null
                order by member.subscriber_id, subscription.area = scheme.area desc, length(subscription.area) desc
                on conflict do nothing
                """)
                .param("kind", SchemeMail.KIND)
                .param("message", message.toString())
                .param("channel", Way.MAIL.word())
                .param("lane", Lane.BULK.ordinal())
                .param("list", AlertLinks.AREAS_LIST)
                .param("scheme", scheme)
                .param("notAfter", clock.instant().plus(NOT_AFTER).atOffset(UTC))
                .param("now", now())
                .update();
        events.publishEvent(new DeliveriesAdded());
    }

    /**
     * An officer of the area opens, refuses or closes a scheme. Opening makes its founder the coordinator; what was decided
     * on their wish they are told by mail.
     *
     * @return false when it was decided otherwise meanwhile
     * @throws org.springframework.security.access.AccessDeniedException when it is not in an area of theirs
     */
    @Transactional
    public boolean decide(StaffMember officer, UUID scheme, Scheme.State state) {
        var area = jdbc.sql("select area from scheme where id = :id for update")
                .param("id", scheme)
                .query(String.class)
                .optional();
        if (area.isEmpty()) {
            return false;
        }
        officer.require(Role.OFFICER, new AreaCode(area.get()));
        var decided = jdbc.sql("""
                update scheme
                set state = :state, decided_at = :now
                where id = :id and state = :before
                """)
                        .param("state", state.stored())
                        .param("before", state == Scheme.State.CLOSED ? "open" : "asked")
                        .param("id", scheme)
                        .param("now", now())
                        .update()
                == 1;
        if (!decided) {
            return false;
        }
        var founder = jdbc.sql("select founded_by from scheme where id = :id and founded_by is not null")
                .param("id", scheme)
                .query(UUID.class)
                .optional();
        if (state == Scheme.State.OPEN) {
            founder.ifPresent(one -> add(scheme, one, true));
        }
        if (state != Scheme.State.CLOSED) {
            founder.ifPresent(one -> deliveries.add(NewDelivery.mail(
                    SchemeDecisionMail.KIND,
                    scheme.toString(),
                    one,
                    Lane.TRANSACTIONAL,
                    area.get(),
                    clock.instant().plus(NOT_AFTER))));
        }
        audit.record(officer, "scheme." + state.stored(), scheme.toString(), "");
        return true;
    }

    private void add(UUID scheme, UUID subscriber, boolean coordinator) {
        jdbc.sql("""
                insert into scheme_member (scheme_id, subscriber_id, coordinator, joined_at)
                values (:scheme, :subscriber, :coordinator, :now)
                on conflict do nothing
                """)
                .param("scheme", scheme)
                .param("subscriber", subscriber)
                .param("coordinator", coordinator)
                .param("now", now())
                .update();
    }

    /** Forgets what coordinators wrote after a week. */
    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                delete from scheme_message
                where id in (select id from scheme_message where sent_at < :before limit :limit)
                """)
                .param("before", now.minus(KEPT).atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
