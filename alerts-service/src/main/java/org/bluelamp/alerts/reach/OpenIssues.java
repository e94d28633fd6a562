package org.bluelamp.alerts.reach;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Delivery problems: deliveries that wait for long, are refused or were too late, and addresses left alone. */
@Repository
public class OpenIssues {

    /** Nothing waits for so long while mails go out; letters are spread over the morning. */
    private static final Duration LONG = Duration.ofMinutes(15);

    /** What went wrong earlier was seen or is history. */
    private static final Duration LATELY = Duration.ofDays(2);

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenIssues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The items with such deliveries, those with the most that wait first. Alerts and articles are told apart; of all else,
     * which may be one person's, only the kind is told.
     *
     * @param within deliveries whose reason is one of these areas, or lies below one, are counted
     */
    public List<Issue> within(Collection<AreaCode> within) {
        var now = clock.instant();
        return jdbc.sql("""
                -- added up by area first, for in the middle of a county's alert there are very many
                with concerned as (
                    select item_kind, item_id, status, created_at < :long as old, reason_area, count(*) as number
                    from delivery
                    where finished_at is null
                    group by item_kind, item_id, status, old, reason_area
                    union all
                    select item_kind, item_id, status, true, reason_area, count(*)
                    from delivery
                    where finished_at > :lately and status in ('failed_for_good', 'expired')
                    group by item_kind, item_id, status, reason_area
                ),
                issue as (
                    select item_kind,
                           case when item_kind in ('alert', 'article') then item_id end as item,
                           coalesce(sum(number) filter (where status in ('pending', 'sending') and old), 0) as waiting,
                           coalesce(sum(number) filter (where status = 'failed_temporarily'), 0) as retrying,
                           coalesce(sum(number) filter (where status = 'paused'), 0) as paused,
                           coalesce(sum(number) filter (where status = 'failed_for_good'), 0) as refused,
                           coalesce(sum(number) filter (where status = 'expired'), 0) as late
                    from concerned
                    where exists (
                        select
                        from unnest(:within) as own (code)
                        where reason_area = own.code or starts_with(reason_area, own.code || '/'))
                    group by item_kind, item
                )
                select issue.*, alert.id as alert, alert.headline, article.slug, article.title
                from issue
                left join alert_message on item_kind = 'alert' and alert_message.identifier = item
                left join alert on alert.id = alert_message.alert_id
                left join article on item_kind = 'article' and article.id = item
                where waiting + retrying + paused + refused + late > 0
                order by waiting + retrying desc, refused + late + paused desc, item_kind, item
                limit :most
                """)
                .param("lately", now.minus(LATELY).atOffset(UTC))
                .param("long", now.minus(LONG).atOffset(UTC))
                .param("within", codes(within))
                .param("most", MOST)
                .query((row, n) -> new Issue(
                        row.getString("item_kind"),
                        row.getString("alert"),
                        row.getString("headline"),
                        row.getString("slug"),
                        row.getString("title"),
                        new HeadCount(row.getInt("waiting")),
                        new HeadCount(row.getInt("retrying")),
                        new HeadCount(row.getInt("paused")),
                        new HeadCount(row.getInt("refused")),
                        new HeadCount(row.getInt("late"))))
                .list();
    }

    /** How many confirmed subscribers of the areas get nothing, because their address refused mail or it came back. */
    public HeadCount leftAlone(Collection<AreaCode> within) {
        return new HeadCount(jdbc.sql("""
                select count(*)
                from subscriber
                where suppressed_at is not null and status = 'confirmed' and exists (
                    select
                    from subscription
                    join unnest(:within) as own (code)
                      on subscription.area = own.code or starts_with(subscription.area, own.code || '/')
                    where subscription.subscriber_id = subscriber.id and subscription.ended_at is null)
                """)
                .param("within", codes(within))
                .query(Integer.class)
                .single());
    }

    private static String[] codes(Collection<AreaCode> areas) {
        return areas.stream().map(AreaCode::value).toArray(String[]::new);
    }

    /**
     * Delivery problems with one item, or with all items of a kind.
     *
     * @param kind of the item, for example alert
     * @param alert the id of an alert; null for anything else
     * @param headline of an alert
     * @param slug names the page of an article; null for anything else
     * @param title of an article
     * @param waiting not with a provider a quarter of an hour after they were queued
     * @param retrying refused for the time being
     * @param paused let wait by somebody
     * @param refused for good, within two days
     * @param late not accepted in time, within two days
     */
    public record Issue(
            String kind,
            @Nullable String alert,
            @Nullable String headline,
            @Nullable String slug,
            @Nullable String title,
            HeadCount waiting,
            HeadCount retrying,
            HeadCount paused,
            HeadCount refused,
            HeadCount late) {}
}
