package org.bluelamp.alerts.casenews;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.NewDelivery;
import org.bluelamp.alerts.link.CaseLink;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.alerts.subscriber.RetentionSettings;
import org.bluelamp.alerts.subscriber.Strangers;
import org.bluelamp.alerts.subscriber.Subscriber;
import org.bluelamp.alerts.subscriber.Subscribers;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.service.area.HomeForce;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails about what somebody told the police, asked for with an address and the secret of their own link, and confirmed by
 * the owner of the address. The secret is sealed as addresses are; a case is known by a keyed hash of its topic, so that
 * nothing kept here can be found in what feedback-service keeps.
 */
@Service
public class CaseNewsDesk {

    private static final Duration WORTH_TELLING = Duration.ofDays(14);

    private static final String WORDING_NOW = """
            select id
            from consent_wording
            where purpose = 'case-news' and in_use_from <= :now
            order by in_use_from desc
            limit 1
            """;

    private static final String IS_OVER = """
            case_news.ended_at is null
              and (case_news.confirmed_at is null and case_news.asked_at < :unconfirmed
                   or greatest(case_news.asked_at, case_news.news_at) < :quiet
                   or case_news.confirmed_at is not null and subscriber.status = 'ended')
            """;

    private final JdbcClient jdbc;
    private final Subscribers subscribers;
    private final Strangers strangers;
    private final AddressVault vault;
    private final Deliveries deliveries;
    private final CaseNewsSettings settings;
    private final RetentionSettings retention;
    private final HomeForce home;
    private final Clock clock;

    CaseNewsDesk(
            JdbcClient jdbc,
            Subscribers subscribers,
            Strangers strangers,
            AddressVault vault,
            Deliveries deliveries,
            CaseNewsSettings settings,
            RetentionSettings retention,
            HomeForce home,
            Clock clock) {
        this.jdbc = jdbc;
        this.subscribers = subscribers;
        this.strangers = strangers;
        this.vault = vault;
        this.deliveries = deliveries;
        this.settings = settings;
        this.retention = retention;
        this.home = home;
        this.clock = clock;
    }

    /** How long the link in the mail that asks for confirmation works. */
    public Duration confirmWithin() {
        return settings.confirmWithin();
    }

    /**
     * Somebody asks that an address get mails about what a link opens. Whatever is known of the address, they learn nothing
     * of it; where {@link Strangers} says that a mailbox is not to be asked, asking changes nothing.
     *
     * @param proven whether somebody worked for it, as is asked while very many come
     */
    @Transactional
    public void ask(MailAddress address, CaseLink link, boolean proven) {
        Subscriber subscriber = subscribers.findOrAdd(address);
        if (!strangers.mayBeAsked(address, subscriber)) {
            return;
        }
        Instant now = clock.instant();
        subscribers.awaitConfirmation(subscriber.id());
        UUID asked = held(subscriber.id(), link).orElseGet(UUID::randomUUID);
        jdbc.sql("""
                insert into case_news
                    (id, subscriber_id, topic_hash, link, hash_key, wording, asked_at, proven)
                values
                    (:id, :subscriber, :topic, :link, :key, (
                """ + WORDING_NOW + """
                    ), :now, :proven)
                on conflict (id) do update
                set asked_at = excluded.asked_at, proven = excluded.proven, asks = case_news.asks + 1
                where case_news.confirmed_at is null
                """)
                .param("id", asked)
                .param("subscriber", subscriber.id())
                .param("topic", vault.caseHashes(link.topic()).getFirst())
                .param("link", vault.sealSecret(asked, link.token()))
                .param("key", vault.hashKeyMark())
                .param("now", now.atOffset(UTC))
                .param("proven", proven)
                .update();
        deliveries.add(NewDelivery.mail(
                CaseNewsAskMail.KIND,
                asked + ":" + now.toEpochMilli(),
                subscriber.id(),
                Lane.TRANSACTIONAL,
                home.code().value(),
                now.plus(settings.confirmWithin())));
    }

    private Optional<UUID> held(UUID subscriber, CaseLink link) {
        return jdbc.sql("""
                select id
                from case_news
                where subscriber_id = :subscriber and topic_hash = any (:topics) and ended_at is null
                limit 1
                """)
                .param("subscriber", subscriber)
                .param("topics", vault.caseHashes(link.topic()).toArray(byte[][]::new))
                .query(UUID.class)
                .optional();
    }

    /** What somebody asked for. */
    public Optional<CaseNews> find(UUID id) {
        return jdbc.sql("""
                select id, subscriber_id, asked_at, confirmed_at, ended_at
                from case_news
                where id = :id
                """).param("id", id).query(CaseNewsDesk::read).optional();
    }

    /** What a subscriber asked for, oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CaseNews> of(UUID subscriber) {
        return jdbc.sql("""
                select id, subscriber_id, asked_at, confirmed_at, ended_at
                from case_news
                where subscriber_id = :subscriber
                order by asked_at, id
                """)
                .param("subscriber", subscriber)
                .query(CaseNewsDesk::read)
                .list();
    }

    /**
     * The link that mails about it lead to; empty when none is to be sent: it has ended, was not confirmed, or mail to the
     * address comes back.
     */
    public Optional<CaseLink> link(UUID id) {
        return jdbc.sql("""
                select case_news.link
                from case_news
                join subscriber on subscriber.id = case_news.subscriber_id
                where case_news.id = :id
                  and case_news.confirmed_at is not null
                  and case_news.ended_at is null
                  and subscriber.status = 'confirmed'
                  and subscriber.suppressed_at is null
                """)
                .param("id", id)
                .query((row, n) -> new CaseLink(vault.openSecret(id, row.getBytes("link"))))
                .optional();
    }

    /**
     * The owner of the address agrees; pressing the button again changes nothing. What happened since it was asked is told
     * now.
     *
     * @return whether mails go out
     */
    @Transactional
    public boolean confirm(UUID id) {
        CaseNews asked = find(id).orElse(null);
        if (asked == null
                || subscribers.lock(asked.subscriber()).isEmpty()
                || subscribers.isErased(asked.subscriber())) {
            return false;
        }
        boolean first = jdbc.sql("""
                update case_news
                set confirmed_at = :now
                where id = :id and confirmed_at is null and ended_at is null
                """)
                        .param("id", id)
                        .param("now", clock.instant().atOffset(UTC))
                        .update()
                == 1;
        if (!first) {
            return find(id).filter(CaseNews::active).isPresent();
        }
        subscribers.confirm(asked.subscriber());
        jdbc.sql("""
                select case_move.id, case_move.area
                from case_news
                join case_move on case_move.id = case_news.missed
                where case_news.id = :id
                """)
                .param("id", id)
                .query((row, n) -> new Missed(row.getObject("id", UUID.class), row.getString("area")))
                .optional()
                .ifPresent(missed -> tell(id, asked.subscriber(), missed.move(), missed.area()));
        return true;
    }

    private record Missed(UUID move, String area) {}

    private record Reader(UUID id, UUID subscriber, boolean confirmed) {}

    /** Something happened: whoever asked for mails about it gets one, once. */
    void moved(CaseMoved told) {
        List<Reader> readers = jdbc.sql("""
                update case_news
                set news_at = greatest(news_at, :at)
                where topic_hash = any (:topics)
                  and ended_at is null
                  and (:move <> :late or news_at is null or news_at <= :at)
                returning id, subscriber_id, confirmed_at is not null as confirmed
                """)
                .param(
                        "topics",
                        told.topics().stream()
                                .flatMap(topic -> vault.caseHashes(topic).stream())
                                .toArray(byte[][]::new))
                .param("at", told.at().atOffset(UTC))
                .param("move", told.move())
                .param("late", CaseMoved.LATE)
                .query((row, n) -> new Reader(
                        row.getObject("id", UUID.class),
                        row.getObject("subscriber_id", UUID.class),
                        row.getBoolean("confirmed")))
                .list();
        if (readers.isEmpty()) {
            return;
        }
        UUID move = vault.caseMove(told.id());
        jdbc.sql("""
                insert into case_move (id, move, area, at)
                values (:id, :move, :area, :at)
                on conflict do nothing
                """)
                .param("id", move)
                .param("move", told.move())
                .param("area", told.area())
                .param("at", told.at().atOffset(UTC))
                .update();
        // What is heard later may have happened before: the latest that happened is told on confirming.
        jdbc.sql("update case_news set missed = :move where id = any (:waiting) and news_at = :at")
                .param("move", move)
                .param("at", told.at().atOffset(UTC))
                .param(
                        "waiting",
                        readers.stream()
                                .filter(reader -> !reader.confirmed())
                                .map(Reader::id)
                                .toArray(UUID[]::new))
                .update();
        readers.stream()
                .filter(Reader::confirmed)
                .forEach(reader -> tell(reader.id(), reader.subscriber(), move, told.area()));
    }

    private void tell(UUID id, UUID subscriber, UUID move, String area) {
        deliveries.add(NewDelivery.mail(
                CaseNewsMail.KIND,
                move + ":" + id,
                subscriber,
                Lane.TRANSACTIONAL,
                area,
                clock.instant().plus(WORTH_TELLING)));
    }

    /** The word for something that happened. */
    Optional<String> move(UUID id) {
        return jdbc.sql("select move from case_move where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** No more mails about it; the link goes with them. Ending it again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(UUID id, Ending ending) {
        end("id = :id", id, ending);
    }

    /**
     * The same if it is still over, as {@link #over} says.
     *
     * @return whether it was, and has ended now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stopIfOver(UUID id, Instant now, Ending ending) {
        boolean over = jdbc.sql("""
                select exists (
                    select
                    from case_news
                    join subscriber on subscriber.id = case_news.subscriber_id
                    where case_news.id = :id and
                """ + IS_OVER + ")")
                .param("id", id)
                .param("unconfirmed", now.minus(settings.confirmWithin()).atOffset(UTC))
                .param("quiet", now.minus(settings.keptAfterNews()).atOffset(UTC))
                .query(Boolean.class)
                .single();
        return over && end("id = :id", id, ending) == 1;
    }

    /** Ends all that a subscriber asked for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopAll(UUID subscriber, Ending ending) {
        end("subscriber_id = :id", subscriber, ending);
    }

    /** Whether a subscriber gets mails about something they told the police. */
    public boolean any(UUID subscriber) {
        return jdbc.sql("""
                select exists (select from case_news where subscriber_id = :id and confirmed_at is not null and ended_at is null)
                """).param("id", subscriber).query(Boolean.class).single();
    }

    private int end(String which, UUID id, Ending ending) {
        return jdbc.sql("""
                update case_news
                set topic_hash = null, link = null, hash_key = null, missed = null,
                    ended_at = :now, ended_reason = :reason, ended_source = :source
                where ended_at is null and
                """ + which)
                .param("id", id)
                .param("now", clock.instant().atOffset(UTC))
                .param("reason", ending.reason())
                .param("source", ending.source())
                .update();
    }

    /** What somebody who asks agrees to, in the words in use now. */
    public String wording() {
        return jdbc.sql("select wording from consent_wording where id = (" + WORDING_NOW + ")")
                .param("now", clock.instant().atOffset(UTC))
                .query(String.class)
                .single();
    }

    /**
     * What was not confirmed in time, had no news for half a year, or is of whoever left in another way. Nothing is locked:
     * whoever ends it locks its subscriber first, as everybody does, and looks again.
     */
    public List<UUID> over(Instant now, int limit) {
        return jdbc.sql("""
                select case_news.id
                from case_news
                join subscriber on subscriber.id = case_news.subscriber_id
                where
                """ + IS_OVER + """
                limit :limit
                """)
                .param("unconfirmed", now.minus(settings.confirmWithin()).atOffset(UTC))
                .param("quiet", now.minus(settings.keptAfterNews()).atOffset(UTC))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Deletes what ended a year ago, and what happened and need not be told any more. */
    @Transactional
    public int forget(Instant now, int limit) {
        int deleted = jdbc.sql("""
                delete from case_news
                where id in (
                    select id
                    from case_news
                    where ended_at < :before
                    limit :limit
                    for update skip locked)
                """)
                .param("before", now.minus(retention.records()).atOffset(UTC))
                .param("limit", limit)
                .update();
        deleted = Math.max(
                deleted,
                jdbc.sql("""
                delete from case_move
                where id in (
                    select id
                    from case_move
                    where at < :before and not exists (select from case_news where missed = case_move.id)
                    limit :limit
                    for update skip locked)
                """)
                        .param(
                                "before",
                                now.minus(WORTH_TELLING.multipliedBy(2)).atOffset(UTC))
                        .param("limit", limit)
                        .update());
        return deleted;
    }

    private static CaseNews read(ResultSet row, int n) throws SQLException {
        return new CaseNews(
                row.getObject("id", UUID.class),
                row.getObject("subscriber_id", UUID.class),
                Objects.requireNonNull(time(row, "asked_at")),
                time(row, "confirmed_at"),
                time(row, "ended_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
