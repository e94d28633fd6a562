package org.bluelamp.alerts.digest;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.bluelamp.alerts.delivery.DeliveriesAdded;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.service.area.AreaCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the letters of a day, as one set in the database and in one transaction: who gets one, and what it tells. The
 * words are put in when a letter is sent, so what was withdrawn meanwhile is in none.
 */
@Repository
class Letters implements Expiring {

    /** What was told so long ago cannot come into a letter any more, which looks back at most 14 days. */
    private static final int DAYS_KEPT = 60;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Letters(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the letters of that day are written, also when there were none to write. */
    boolean written(LetterDay day) {
        return jdbc.sql("select exists (select from letter_run where period = :period)")
                .param("period", day.period())
                .query(Boolean.class)
                .single();
    }

    /**
     * Writes the letters of a day: one to each person with something new in their areas and topics, over all their areas.
     * Those who chose weekly letters are among them once from each weekly day on. Who wants to hear at once has had the
     * articles by then and finds meetings and priorities here, which nobody needs within the minute.
     *
     * @return how many; empty when another replica has written them, or is just doing so
     */
    @Transactional
    OptionalInt write(LetterDay day) {
        var claimed = jdbc.sql("""
                insert into letter_run (period, weekly, started_at)
                select :period, not exists (select from letter_run where weekly and period >= :weeklySince), :now
                on conflict do nothing
                returning weekly
                """)
                .param("period", day.period())
                .param("weeklySince", day.weeklySince())
                .param("now", clock.instant().atOffset(UTC))
                .query(Boolean.class)
                .optional();
        if (claimed.isEmpty()) {
            return OptionalInt.empty();
        }
        forgetWhatDidNotArrive(day);
        fill(day, claimed.get());
        var number = address(day);
        jdbc.sql("update letter_run set letters = :number where period = :period")
                .param("number", number)
                .param("period", day.period())
                .update();
        if (number > 0) {
            events.publishEvent(new DeliveriesAdded());
        }
        return OptionalInt.of(number);
    }

    /** What stood in a letter that was not sent is told in the next one. */
    private void forgetWhatDidNotArrive(LetterDay day) {
        jdbc.sql("""
                delete from letter_item
                using letter_run, delivery
                -- nothing older is told any more
                where letter_run.period > cast(:period as date) - 15
                  and letter_item.period = letter_run.period
                  and delivery.item_kind = :kind
                  and delivery.item_id = letter_run.period::text
                  and delivery.subscriber_id = letter_item.subscriber_id
                  and delivery.status in ('cancelled', 'expired', 'failed_for_good')
                """)
                .param("kind", LetterMail.KIND)
                .param("period", day.period())
                .update();
    }

    private void fill(LetterDay day, boolean weekly) {
        jdbc.sql("""
                with place as (
                    select distinct source.kind, source.item_id, source.at, source.topics, source.severity, area.code
                    from letter_source as source
                    cross join unnest(source.areas) as target (code)
                    join area
                      on area.code = target.code
                      -- a meeting is for its neighbourhood, and may be far from whoever follows the district
                      or source.kind <> 'meeting' and (
                          starts_with(area.code, target.code || '/') or starts_with(target.code, area.code || '/'))
                    where source.at > :now - interval '14 days' and source.at <= :now + interval '8 days'
                ),
                wanted as (
                    select distinct on (subscription.subscriber_id, place.kind, place.item_id, place.at)
                        subscription.subscriber_id, place.kind, place.item_id, place.at, subscription.area
                    from place
                    join subscription on subscription.area = place.code
                    join subscriber on subscriber.id = subscription.subscriber_id
                    where subscription.ended_at is null
                      and subscriber.status = 'confirmed'
                      and subscriber.suppressed_at is null
                      and (subscription.topics is null or subscription.topics && place.topics)
                      and (place.severity is null
                          or array_position(array['minor', 'moderate', 'severe', 'extreme'], place.severity)
                          >= array_position(array['minor', 'moderate', 'severe', 'extreme'], subscription.least_severity))
                      and case subscription.frequency
                          when 'weekly' then :weekly
                          when 'daily' then true
                          else place.kind in ('meeting', 'priority', 'alert')
                          end
                      and case
                          when place.kind = 'meeting' and subscription.frequency = 'weekly' then place.at > :now
                          when place.kind = 'alert' then place.at <= :now
                          when place.kind = 'meeting' then
                              place.at > :now and place.at <= :now + interval '3 days'
                          when subscription.frequency = 'weekly' then
                              place.at <= :now and place.at >= subscription.started_at
                          else
                              place.at <= :now and place.at >= subscription.started_at
                              and place.at > :now - interval '3 days'
                          end
                      and not exists (
                          select
                          from delivery
                          where delivery.item_kind = place.kind
                            and delivery.item_id = place.item_id
                            and delivery.subscriber_id = subscription.subscriber_id)
                      and not (place.kind = 'alert' and exists (
                          select
                          from alert
                          left join alert_message on alert_message.alert_id = alert.id
                          left join delivery
                            on delivery.item_kind = 'alert'
                           and delivery.item_id = alert_message.identifier
                           and delivery.subscriber_id = subscription.subscriber_id
                          where alert.reference = place.item_id
                            and (alert.expires_at <= :now or delivery.id is not null)))
                    order by subscription.subscriber_id, place.kind, place.item_id, place.at,
                        length(subscription.area) desc, subscription.area
                )
                insert into letter_item (subscriber_id, kind, item_id, at, period, area)
                select subscriber_id, kind, item_id, at, :period, area
                from wanted
                on conflict do nothing
                """)
                .param("now", clock.instant().atOffset(UTC))
                .param("weekly", weekly)
                .param("period", day.period())
                .update();
    }

    /** A delivery for each person with something in their letter; its reason is the narrowest of the areas in it. */
    private int address(LetterDay day) {
        return jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select distinct on (subscriber_id)
                    :kind, :period::text, subscriber_id, :channel, :lane, :list, area,
                    'pending', now(), :notAfter, :now
                from letter_item
                where period = :period
                order by subscriber_id, length(area) desc, area
                on conflict do nothing
                """)
                .param("kind", LetterMail.KIND)
                .param("period", day.period())
                .param("channel", Way.MAIL.word())
                .param("lane", Lane.DIGEST.ordinal())
                .param("list", AlertLinks.AREAS_LIST)
                .param("notAfter", day.notAfter().atOffset(UTC))
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** What a person's letter of a day tells now: news by their time, newest first, then meetings, soonest first. */
    List<LetterItem> items(LocalDate period, UUID subscriber) {
        return jdbc.sql("""
                select item.kind, item.area, item.at, coalesce(article.areas[1], priority.area, meeting.area, alert.areas[1]) as place,
                    coalesce(article.title, priority.issue, meeting.title, alert.headline) as title,
                    case item.kind
                        when 'article' then article.summary
                        when 'meeting' then meeting.place
                        when 'priority' then case priority.status
                            when 'completed' then coalesce(priority.outcome, priority.progress)
                            when 'replaced' then priority.reason
                            else coalesce(priority.progress, priority.action)
                            end
                        end as words,
                    priority.status, coalesce(priority.evidence, 0) as voices,
                    case item.kind
                        when 'article' then '/news/' || article.slug
                        when 'meeting' then meeting.path
                        when 'alert' then '/alerts/' || alert.reference
                        end as path
                from letter_item item
                left join article
                  on item.kind = 'article' and article.id = item.item_id
                 and article.archived_at is null and article.withdrawn_at is null
                left join priority
                  on item.kind = 'priority' and priority.id = item.item_id and not priority.withdrawn
                left join meeting
                  on item.kind = 'meeting' and meeting.id = item.item_id
                 and not meeting.cancelled and item.at = any (meeting.starts_at)
                left join alert
                  on item.kind = 'alert' and alert.reference = item.item_id
                 and alert.state = 'issued' and alert.expires_at > :now
                where item.period = :period
                  and item.subscriber_id = :subscriber
                  and coalesce(article.id, priority.id, meeting.id, alert.reference) is not null
                order by case item.kind when 'meeting' then item.at end, item.at desc, item.item_id
                """)
                .param("period", period)
                .param("subscriber", subscriber)
                .param("now", clock.instant().atOffset(UTC))
                .query((row, n) -> new LetterItem(
                        LetterItem.Kind.of(row.getString("kind")),
                        new AreaCode(row.getString("area")),
                        new AreaCode(row.getString("place")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("title"),
                        row.getString("words"),
                        row.getString("status"),
                        row.getInt("voices"),
                        row.getString("path")))
                .list();
    }

    /** Forgets what letters told once it cannot come up again. */
    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                delete from letter_item
                where ctid in (
                    select ctid
                    from letter_item
                    where period < :before
                    limit :limit)
                """)
                .param("before", LocalDate.ofInstant(now, UTC).minusDays(DAYS_KEPT))
                .param("limit", limit)
                .update();
    }
}
