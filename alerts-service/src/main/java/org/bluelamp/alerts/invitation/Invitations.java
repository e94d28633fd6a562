package org.bluelamp.alerts.invitation;

import static java.time.ZoneOffset.UTC;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.alerts.delivery.DeliveriesAdded;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.Version;
import org.bluelamp.web.page.LondonTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Invites the followers of a neighbourhood to its round, once, all at the same time: a code hides among those that are
 * told of together. Who begins to follow later finds the round on the neighbourhood's page and can answer without a code.
 */
@Repository
class Invitations {

    /** Among fewer a code would not hide, and nobody is invited by mail. */
    static final int FEWEST = 10;

    /**
     * How long somebody has followed a neighbourhood before they are invited: longer than a round is usually known before it
     * opens, so that nobody gathers codes by signing up for it.
     */
    static final Duration SETTLED = Duration.ofDays(14);

    private static final Logger log = LoggerFactory.getLogger(Invitations.class);

    private final JdbcClient jdbc;
    private final VoiceCodes codes;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(JdbcClient jdbc, VoiceCodes codes, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** A round that can be answered; empty when it has closed. */
    Optional<Invitation> open(UUID round) {
        return jdbc.sql("""
                select r.id, r.area, coalesce(a.name, r.area) as area_name, r.title, r.about, r.closes_on, r.salt
                from invited_round r
                left join area a on a.code = r.area
                where r.id = :round and r.open and r.closes_on >= :today
                """)
                .param("round", round)
                .param("today", LondonTime.date(clock.instant()))
                .query((row, n) -> new Invitation(
                        row.getObject("id", UUID.class),
                        row.getString("area"),
                        row.getString("area_name"),
                        row.getString("title"),
                        row.getString("about"),
                        row.getObject("closes_on", LocalDate.class),
                        row.getBytes("salt")))
                .optional();
    }

    /** Keeps an open round as told, if its version replaces the one held, and invites to it once. */
    void opened(RoundOpened told, Version version) {
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        int kept = jdbc.sql("""
                insert into invited_round as held (id, version, area, title, about, closes_on, open, salt)
                values (:id, :version, :area, :title, :about, :closesOn, true, :salt)
                on conflict (id) do update
                set version = excluded.version, title = excluded.title, about = excluded.about,
                    closes_on = excluded.closes_on
                where held.version <= :replaces and held.open
                """)
                .param("id", told.id())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("area", told.area())
                .param("title", told.title())
                .param("about", told.about())
                .param("closesOn", told.closesOn())
                .param("salt", salt)
                .update();
        if (kept == 1 && markInvited(told.id())) {
            open(told.id()).ifPresent(this::invite);
        }
    }

    /** A round that has closed never opens again; what is not yet sent is not sent. */
    void closed(RoundClosed told, Version version) {
        jdbc.sql("""
                insert into invited_round as held (id, version, area, title, about, closes_on, open)
                values (:id, :version, :area, :title, '', :closedOn, false)
                on conflict (id) do update
                set version = excluded.version, title = excluded.title, closes_on = excluded.closes_on,
                    open = false, salt = null
                where held.version <= :replaces
                """)
                .param("id", told.id())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("area", told.area())
                .param("title", told.title())
                .param("closedOn", told.closedOn())
                .update();
    }

    private boolean markInvited(UUID round) {
        return jdbc.sql("update invited_round set invited_at = :now where id = :round and invited_at is null")
                        .param("round", round)
                        .param("now", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }

    private void invite(Invitation round) {
        List<UUID> people = followers(round.area());
        if (people.size() < FEWEST) {
            log.info("Too few follow {} to be invited to its round by mail", round.area());
            return;
        }
        // By the hashes themselves, so that their order says nothing of whose they are.
        List<String> hashes = people.stream()
                .map(person -> VoiceCodes.hash(round.id(), codes.code(round.id(), round.salt(), person)))
                .sorted()
                .toList();
        outbox.appendAll(Stream.iterate(0, from -> from < hashes.size(), from -> from + VoicesAdmitted.AT_ONCE)
                .map(from -> VoicesAdmitted.of(
                        round.id(), hashes.subList(from, Math.min(hashes.size(), from + VoicesAdmitted.AT_ONCE)))));
        Instant notAfter =
                round.closesOn().plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant();
        int told = jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select :kind, :round, person, :channel, :lane, :list, :area, 'pending', now(), :notAfter, :now
                from unnest(cast(:people as uuid[])) as person
                on conflict do nothing
                """)
                .param("kind", InvitationMail.KIND)
                .param("round", round.id().toString())
                .param("channel", Way.MAIL.word())
                .param("lane", Lane.BULK.ordinal())
                .param("list", AlertLinks.AREAS_LIST)
                .param("area", round.area())
                .param("people", people.toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(UTC))
                .param("notAfter", notAfter.atOffset(UTC))
                .update();
        events.publishEvent(new DeliveriesAdded());
        log.info("{} followers are invited to the round {}", told, round.id());
    }

    /**
     * Who follows the neighbourhood itself, has done so for a while, and wants to hear at once of its priorities: its
     * residents, mostly. One for each mailbox, in however many ways its address is written.
     */
    private List<UUID> followers(String area) {
        return jdbc.sql("""
                select distinct on (coalesce(subscriber.mailbox_hash, subscriber.address_hash)) subscription.subscriber_id
                from subscription
                join subscriber on subscriber.id = subscription.subscriber_id
                where subscription.area = :area
                  and subscription.ended_at is null
                  and subscription.frequency = 'at-once'
                  and (subscription.topics is null or 'priorities' = any (subscription.topics))
                  and subscriber.status = 'confirmed'
                  and subscriber.suppressed_at is null
                  and subscriber.confirmed_at <= :settled
                  and subscription.started_at <= :settled
                order by coalesce(subscriber.mailbox_hash, subscriber.address_hash), subscription.started_at,
                         subscription.subscriber_id
                """)
                .param("area", area)
                .param("settled", clock.instant().minus(SETTLED).atOffset(UTC))
                .query(UUID.class)
                .list();
    }
}
