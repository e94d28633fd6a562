package org.bluelamp.alerts.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All deliveries. The rows say what is done: a claim is a row's status with a lease, every outcome is written as soon as
 * it is known, and only by the worker that holds the claim. When a row is due and when a lease ends is told by the
 * database's clock, the one clock that all replicas share; only "not after" is the business's time.
 */
@Repository
public class Deliveries {

    /** What is older than this was noticed or is history. */
    private static final Duration URGENT_OF_LATE = Duration.ofHours(6);

    /**
     * Begins a statement about deliveries of {@code :ids}: the items among theirs that somebody let wait. Who lets one go on
     * waits for the statement's end, so that no row is left waiting for what was over.
     */
    private static final String WAITING = """
            with waiting as (
                select item_kind, item_id
                from paused_item
                where (item_kind, item_id) in (select item_kind, item_id from delivery where id = any (:ids))
                for share
            )
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Deliveries(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Adds a message that its receiver asked for, in the caller's transaction; the same item again is nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(NewDelivery delivery) {
        jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, reason_area,
                     status, due_at, not_after, created_at)
                values
                    (:kind, :item, :subscriber, :channel, :lane, :reason,
                     'pending', now(), :notAfter, :now)
                on conflict do nothing
                """)
                .param("kind", delivery.kind())
                .param("item", delivery.itemId())
                .param("subscriber", delivery.subscriber())
                .param("channel", delivery.way().word())
                .param("lane", delivery.lane().ordinal())
                .param("reason", delivery.reasonArea())
                .param("now", clock.instant().atOffset(UTC))
                .param("notAfter", delivery.notAfter().atOffset(UTC))
                .update();
        events.publishEvent(new DeliveriesAdded());
    }

    /**
     * Readies the caller's transaction for a statement that adds deliveries for up to everybody: it sorts them in memory,
     * and is planned for the areas at hand, since a plan for a street and one for a county have nothing in common.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addingMany() {
        jdbc.sql(
                        "select set_config('work_mem', '64MB', true), set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query()
                .singleRow();
    }

    /** What is still to be done. */
    Open open() {
        return jdbc.sql("""
                select count(*) as count,
                       min(due_at) filter (where due_at <= now() and (leased_until is null or leased_until <= now()))
                           as overdue
                from delivery
                where finished_at is null and status <> 'paused'
                """)
                .query((row, n) -> {
                    var overdue = row.getObject("overdue", OffsetDateTime.class);
                    return new Open(row.getLong("count"), overdue == null ? null : overdue.toInstant());
                })
                .single();
    }

    /**
     * Deliveries that are still to be made.
     *
     * @param dueSince since when the first of them could be made and is in nobody's hands, by the database's clock; null
     *     when all wait for their hour or for another try
     */
    record Open(long count, @Nullable Instant dueSince) {}

    /** Takes back what is not yet with a worker, of an item that is no longer true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int cancelItem(String kind, String itemId) {
        return jdbc.sql("""
                update delivery
                set status = 'cancelled', finished_at = :now
                where item_kind = :kind and item_id = :item and status in ('pending', 'failed_temporarily', 'paused')
                """)
                .param("kind", kind)
                .param("item", itemId)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * Lets an item wait until {@link #resume}. What a worker has in hand it gives back within a second or two.
     *
     * @return how many deliveries wait by now
     */
    @Transactional
    public int pause(String kind, String itemId) {
        jdbc.sql("insert into paused_item (item_kind, item_id) values (:kind, :item) on conflict do nothing")
                .param("kind", kind)
                .param("item", itemId)
                .update();
        return jdbc.sql("""
                update delivery
                set status = 'paused', due_at = 'infinity'
                where item_kind = :kind and item_id = :item and status in ('pending', 'failed_temporarily')
                """).param("kind", kind).param("item", itemId).update();
    }

    /** Goes on with an item that was let wait, where it was; what has become too late meanwhile expires. */
    @Transactional
    public int resume(String kind, String itemId) {
        jdbc.sql("delete from paused_item where item_kind = :kind and item_id = :item")
                .param("kind", kind)
                .param("item", itemId)
                .update();
        var resumed = jdbc.sql("""
                update delivery
                set status = case attempts when 0 then 'pending' else 'failed_temporarily' end, due_at = now()
                where item_kind = :kind and item_id = :item and status = 'paused'
                """).param("kind", kind).param("item", itemId).update();
        if (resumed > 0) {
            events.publishEvent(new DeliveriesAdded());
        }
        return resumed;
    }

    /** Whether somebody let an item wait. */
    boolean isPaused(String kind, String itemId) {
        return jdbc.sql("""
                select exists (select from paused_item where item_kind = :kind and item_id = :item)
                """)
                .param("kind", kind)
                .param("item", itemId)
                .query(Boolean.class)
                .single();
    }

    /** How far an item is, over all its deliveries. */
    public Progress progress(String kind, String itemId) {
        return progress(kind, itemId, Arrays.stream(Way.values()).map(Way::word).toArray(String[]::new));
    }

    /** How far an item is by one channel. */
    public Progress progress(String kind, String itemId, Way way) {
        return progress(kind, itemId, new String[] {way.word()});
    }

    private Progress progress(String kind, String itemId, String[] ways) {
        return jdbc.sql("""
                select count(*) filter (where status in ('sent', 'delivered')) as accepted,
                       count(*) filter (where status = 'delivered') as arrived,
                       count(*) filter (where status = 'failed_for_good') as refused,
                       count(*) filter (where status = 'cancelled') as cancelled,
                       count(*) filter (where status = 'expired') as expired,
                       count(*) filter (where status in ('pending', 'sending', 'failed_temporarily')) as remaining,
                       count(*) filter (where status = 'failed_temporarily') as retrying,
                       count(*) filter (where status = 'paused') as paused,
                       count(*) filter (where status in ('sent', 'delivered') and finished_at > :lately) as lately,
                       count(*) filter (where starts_with(failure, 'simulated')) as simulated,
                       min(created_at) as began,
                       max(finished_at) as last
                from delivery
                where item_kind = :kind and item_id = :item and channel = any (:ways)
                """)
                .param("kind", kind)
                .param("item", itemId)
                .param("ways", ways)
                .param("lately", clock.instant().minus(Progress.LATELY).atOffset(UTC))
                .query((row, n) -> {
                    var began = row.getObject("began", OffsetDateTime.class);
                    var last = row.getObject("last", OffsetDateTime.class);
                    return new Progress(
                            row.getLong("accepted"),
                            row.getLong("arrived"),
                            row.getLong("refused"),
                            row.getLong("cancelled"),
                            row.getLong("expired"),
                            row.getLong("remaining"),
                            row.getLong("retrying"),
                            row.getLong("paused"),
                            row.getLong("lately"),
                            row.getLong("simulated"),
                            began == null ? null : began.toInstant(),
                            last == null ? null : last.toInstant(),
                            clock.instant());
                })
                .single();
    }

    /**
     * Urgent items of the last hours of which nothing was accepted for longer than that, whether people wait for it still
     * or all were refused: what nobody may learn from residents first. What was taken back or let wait is not meant.
     */
    long urgentUnaccepted(Duration longerThan) {
        var now = clock.instant();
        return jdbc.sql("""
                select count(*)
                from (
                    select
                    from delivery
                    where lane = 0 and created_at >= :since and created_at < :before
                    group by item_kind, item_id
                    having count(*) filter (where status in ('sent', 'delivered')) = 0
                       and count(*) filter (where status not in ('cancelled', 'paused')) > 0) as unaccepted
                """)
                .param("since", now.minus(URGENT_OF_LATE).atOffset(UTC))
                .param("before", now.minus(longerThan).atOffset(UTC))
                .query(Long.class)
                .single();
    }

    /** Takes back everything that is not yet with a worker for a person who wants no more mail. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelFor(UUID subscriber) {
        jdbc.sql("""
                update delivery
                set status = 'cancelled', finished_at = :now
                where subscriber_id = :subscriber and status in ('pending', 'failed_temporarily', 'paused')
                """)
                .param("subscriber", subscriber)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Takes back what is not yet with a worker for a person by one channel, which they want no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelFor(UUID subscriber, Way way) {
        jdbc.sql("""
                update delivery
                set status = 'cancelled', finished_at = :now
                where subscriber_id = :subscriber and channel = :channel
                  and status in ('pending', 'failed_temporarily', 'paused')
                """)
                .param("subscriber", subscriber)
                .param("channel", way.word())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Deletes what is on record of deliveries to a person, but for what a worker has in hand. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetFor(UUID subscriber) {
        jdbc.sql("delete from delivery where subscriber_id = :subscriber and status <> 'sending'")
                .param("subscriber", subscriber)
                .update();
    }

    /** To whom a delivery is or was, and by what. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Receiver> receiver(UUID delivery) {
        return jdbc.sql("select subscriber_id, channel, item_kind from delivery where id = :id")
                .param("id", delivery)
                .query((row, n) -> new Receiver(
                        row.getObject("subscriber_id", UUID.class),
                        Way.of(row.getString("channel")),
                        row.getString("item_kind")))
                .optional();
    }

    /** Who is reached by a delivery, by what, and of which kind it is. */
    public record Receiver(UUID subscriber, Way way, String itemKind) {}

    /**
     * A delivery that was accepted did not arrive after all. That counts too while a worker has it in hand: the provider
     * was faster than its answer, or nobody heard that.
     *
     * @param failure in words of ours
     * @return to whom it was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Receiver> cameBack(UUID delivery, String failure) {
        jdbc.sql("""
                update delivery
                set status = 'failed_for_good', failure = :failure, finished_at = coalesce(finished_at, :now),
                    claim = null, leased_until = null
                where id = :id and status in ('sending', 'sent', 'delivered')
                """)
                .param("id", delivery)
                .param("failure", failure)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        return receiver(delivery);
    }

    /**
     * A delivery is known to have arrived. That counts too where we did not hear that it was accepted: it is not tried
     * again.
     *
     * @return whether that is dealt with; not while a worker has it in hand
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean arrived(UUID delivery) {
        var noted = jdbc.sql("""
                update delivery
                set status = 'delivered', failure = null, finished_at = coalesce(finished_at, :now)
                where id = :id and status <> 'sending'
                """)
                .param("id", delivery)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        return noted == 1 || receiver(delivery).isEmpty();
    }

    /**
     * Claims the next deliveries for a worker: those that are due, those to be tried again, and those whose former
     * claim lapsed because its worker died. What is too late or no longer wanted is settled here and not handed out, so
     * an unsubscription counts from the next batch on.
     *
     * @param way the channel whose deliveries the worker carries
     * @param claim the worker's name for this batch
     * @param last the last lane to look at; earlier lanes come first
     * @param size how many at most
     * @param lease how long they stay claimed
     */
    @Transactional
    public Batch claim(Way way, UUID claim, Lane last, int size, Duration lease) {
        var now = clock.instant().atOffset(UTC);
        var reach = Reach.by(way);
        var claimed = jdbc.sql("""
                with due as (
                    select id
                    from delivery
                    where finished_at is null
                      and channel = :channel
                      and lane <= :last
                      and due_at <= now()
                      and (leased_until is null or leased_until <= now())
                    order by lane, due_at
                    limit :size
                    for update skip locked
                )
                update delivery
                set status = 'sending', claim = :claim, leased_until = now() + :lease * interval '1 millisecond',
                    attempts = attempts + 1
                from due
                where delivery.id = due.id
                returning delivery.id
                """)
                .param("channel", way.word())
                .param("last", last.ordinal())
                .param("size", size)
                .param("claim", claim)
                .param("lease", lease.toMillis())
                .query(UUID.class)
                .list();
        if (claimed.isEmpty()) {
            return new Batch(0, List.of());
        }
        var ids = claimed.toArray(UUID[]::new);
        if (way == Way.SMS) {
            waitForHours(ids);
        }
        jdbc.sql("""
                update delivery
                set status = 'expired', claim = null, leased_until = null, finished_at = :now
                where id = any (:ids) and not_after <= :now
                """).param("ids", ids).param("now", now).update();
        jdbc.sql("""
                update delivery
                set status = 'cancelled', claim = null, leased_until = null, finished_at = :now
                where id = any (:ids)
                  and status = 'sending'
                  and not exists (
                      select
                      from subscriber
                      where subscriber.id = delivery.subscriber_id
                        and case
                            when delivery.mailing_list is null then subscriber.status <> 'ended'
                            else subscriber.status = 'confirmed' and %s and exists (
                                select
                                from subscription
                                where subscription.subscriber_id = subscriber.id
                                  and subscription.area = delivery.reason_area
                                  and subscription.ended_at is null)
                            end)
                """.formatted(reach.wanted()))
                .param("ids", ids)
                .param("now", now)
                .update();
        var toSend = jdbc.sql("""
                select delivery.id, item_kind, item_id, subscriber_id, reason_area, attempts, %s as address
                from delivery
                %s
                where delivery.id = any (:ids) and delivery.status = 'sending'
                order by lane, delivery.id
                """.formatted(reach.address(), reach.held()))
                .param("ids", ids)
                .query((row, n) -> new ClaimedDelivery(
                        row.getObject("id", UUID.class),
                        row.getString("item_kind"),
                        row.getString("item_id"),
                        row.getObject("subscriber_id", UUID.class),
                        new AreaCode(row.getString("reason_area")),
                        row.getInt("attempts"),
                        row.getBytes("address")))
                .list();
        return new Batch(claimed.size(), toSend);
    }

    /**
     * Lets text messages wait for the hours in which their receivers want them, by the clock on the wall. That is looked at
     * when they would leave, so that it holds as well for what is tried again or was let wait.
     */
    private void waitForHours(UUID[] claimed) {
        jdbc.sql("""
                with wall as (
                    select cast(:now as timestamptz) at time zone 'Europe/London' as clock
                ),
                asleep as (
                    select mobile.subscriber_id,
                           date_trunc('day', wall.clock) + from_hour * interval '1 hour'
                               + case when extract(hour from wall.clock) >= from_hour
                                      then interval '1 day' else interval '0' end as wakes
                    from mobile
                    cross join wall
                    where texts = 'hours'
                      and subscriber_id in (select subscriber_id from delivery where id = any (:ids))
                      and not case
                          when from_hour < until_hour
                          then extract(hour from wall.clock) >= from_hour
                               and extract(hour from wall.clock) < until_hour
                          else extract(hour from wall.clock) >= from_hour
                               or extract(hour from wall.clock) < until_hour
                          end
                )
                update delivery
                set status = case attempts when 1 then 'pending' else 'failed_temporarily' end,
                    claim = null, leased_until = null, attempts = attempts - 1,
                    due_at = now() + (asleep.wakes at time zone 'Europe/London' - cast(:now as timestamptz))
                from asleep
                where delivery.id = any (:ids)
                  and delivery.subscriber_id = asleep.subscriber_id
                  and delivery.item_kind <> 'mobile-code'
                """)
                .param("ids", claimed)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * How a channel finds its people, as parts of statements.
     *
     * @param wanted whether a subscriber of a list is to be reached by it
     * @param address what is kept sealed of where they are
     * @param held where that stands
     */
    private record Reach(String wanted, String address, String held) {

        private static final Reach MAIL = new Reach(
                "subscriber.suppressed_at is null",
                "subscriber.address",
                "join subscriber on subscriber.id = delivery.subscriber_id");

        /** A code goes to the number that is to be confirmed by it. */
        private static final Reach SMS = new Reach("""
                exists (
                    select
                    from mobile
                    where mobile.subscriber_id = subscriber.id
                      and mobile.suppressed_at is null
                      and mobile.texts <> 'never')
                """, """
                case item_kind
                    when 'mobile-code' then (
                        select number
                        from mobile_code
                        where mobile_code.id = delivery.item_id::uuid)
                    else (
                        select number
                        from mobile
                        where mobile.subscriber_id = delivery.subscriber_id)
                    end
                """, "");

        /** A person has several browsers, which the channel finds itself. */
        private static final Reach PUSH = new Reach(
                "exists (select from push_device where push_device.subscriber_id = subscriber.id)",
                "cast(null as bytea)",
                "");

        private static Reach by(Way way) {
            return switch (way) {
                case MAIL -> MAIL;
                case SMS -> SMS;
                case PUSH -> PUSH;
            };
        }
    }

    /**
     * Writes what became of deliveries, as sets; what is no longer under its claim stays as it is. To an address that was
     * refused nothing more is sent.
     */
    @Transactional
    void write(Collection<Outcome> outcomes) {
        suppress(outcomes.stream().filter(Outcome::addressRefused).toList());
        end(outcomes.stream().filter(outcome -> outcome.pause() == null).toList());
        tryAgain(outcomes.stream().filter(outcome -> outcome.pause() != null).toList());
    }

    /** As {@link #write}, for what ends and says nothing of an address: one statement, which needs no transaction. */
    void end(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        of(outcomes, """
                update delivery
                set status = outcome.status, failure = outcome.failure, finished_at = :now,
                    claim = null, leased_until = null
                from unnest(:ids, :claims, :statuses, :failures) as outcome (id, claim, status, failure)
                where delivery.id = outcome.id and delivery.claim = outcome.claim
                """).param("now", clock.instant().atOffset(UTC)).update();
    }

    /** After a pause, or when somebody lets the item go on. */
    private void tryAgain(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        of(outcomes, WAITING + """
                , outcome as (
                    select outcome.id, outcome.claim, outcome.status, outcome.failure, outcome.pause,
                           waiting.item_id is not null as waits
                    from unnest(:ids, :claims, :statuses, :failures, :pauses)
                        as outcome (id, claim, status, failure, pause)
                    join delivery on delivery.id = outcome.id
                    left join waiting using (item_kind, item_id)
                )
                update delivery
                set status = case when waits then 'paused' else outcome.status end,
                    failure = outcome.failure,
                    due_at = case
                        when waits then 'infinity'
                        else least(now() + outcome.pause * interval '1 millisecond', not_after)
                        end,
                    claim = null, leased_until = null
                from outcome
                where delivery.id = outcome.id and delivery.claim = outcome.claim
                """)
                .param(
                        "pauses",
                        outcomes.stream()
                                .map(Outcome::pause)
                                .map(pause -> pause == null ? null : pause.toMillis())
                                .toArray(Long[]::new))
                .update();
    }

    /** A statement about outcomes, as parallel arrays. */
    private JdbcClient.StatementSpec of(List<Outcome> outcomes, String sql) {
        return jdbc.sql(sql)
                .param("ids", outcomes.stream().map(Outcome::delivery).toArray(UUID[]::new))
                .param("claims", outcomes.stream().map(Outcome::claim).toArray(UUID[]::new))
                .param(
                        "statuses",
                        outcomes.stream()
                                .map(outcome -> outcome.status().word())
                                .toArray(String[]::new))
                .param("failures", outcomes.stream().map(Outcome::failure).toArray(String[]::new));
    }

    private void suppress(Collection<Outcome> refused) {
        if (refused.isEmpty()) {
            return;
        }
        suppress(refused, """
                update subscriber
                set suppressed_at = :now, suppressed_reason = 'refused'
                from unnest(:ids, :claims) as outcome (id, claim)
                join delivery on delivery.id = outcome.id and delivery.claim = outcome.claim
                where subscriber.id = delivery.subscriber_id
                  and delivery.channel = 'mail'
                  and subscriber.suppressed_at is null
                """);
        suppress(refused, """
                update mobile
                set suppressed_at = :now, suppressed_reason = 'refused'
                from unnest(:ids, :claims) as outcome (id, claim)
                join delivery on delivery.id = outcome.id and delivery.claim = outcome.claim
                where mobile.subscriber_id = delivery.subscriber_id
                  and delivery.channel = 'sms'
                  and delivery.item_kind <> 'mobile-code'
                  and mobile.suppressed_at is null
                """);
    }

    private void suppress(Collection<Outcome> refused, String statement) {
        jdbc.sql(statement)
                .param("ids", refused.stream().map(Outcome::delivery).toArray(UUID[]::new))
                .param("claims", refused.stream().map(Outcome::claim).toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Gives back what a worker claimed and did not get to; it did not count as an attempt. */
    void release(Collection<UUID> ids, UUID claim) {
        jdbc.sql(WAITING + """
                update delivery
                set status = case
                        when waiting.item_id is not null then 'paused'
                        when delivery.attempts = 1 then 'pending'
                        else 'failed_temporarily'
                        end,
                    claim = null, leased_until = null, attempts = delivery.attempts - 1,
                    due_at = case when waiting.item_id is not null then 'infinity' else delivery.due_at end
                from delivery given_back
                left join waiting using (item_kind, item_id)
                where delivery.id = any (:ids) and given_back.id = delivery.id and delivery.claim = :claim
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("claim", claim)
                .update();
    }

    /**
     * What a worker claimed.
     *
     * @param claimed how many rows, those settled on the spot included; zero means there was nothing to do
     * @param toSend the ones to send, in order
     */
    public record Batch(int claimed, List<ClaimedDelivery> toSend) {}
}
