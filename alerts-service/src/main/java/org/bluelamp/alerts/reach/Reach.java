package org.bluelamp.alerts.reach;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.alerts.delivery.DeliveryStatus;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many people are reached where, and how it went. Numbers only: nobody in the portal sees an address. */
@Repository
public class Reach {

    private final JdbcClient jdbc;

    Reach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest articles that people in the areas were told of, newest first, with the deliveries to those people.
     *
     * @param within deliveries whose reason is one of these areas, or lies below one, are counted
     */
    public List<Told> latestArticles(Collection<AreaCode> within, int most) {
        var rows = jdbc.sql("""
                with latest as (
                    select id, slug, title, told_at
                    from article
                    where told_at is not null
                      and withdrawn_at is null
                      and exists (
                          select
                          from unnest(article.areas) as target (code)
                          join unnest(:within) as own (code)
                            on target.code = own.code
                            or starts_with(target.code, own.code || '/')
                            or starts_with(own.code, target.code || '/'))
                    order by told_at desc, id
                    limit :most
                )
                select latest.id, latest.slug, latest.title, latest.told_at, delivery.status, count(delivery.id) as deliveries
                from latest
                left join delivery
                  on delivery.item_kind = 'article'
                 and delivery.item_id = latest.id
                 and exists (
                     select
                     from unnest(:within) as own (code)
                     where delivery.reason_area = own.code or starts_with(delivery.reason_area, own.code || '/'))
                group by latest.id, latest.slug, latest.title, latest.told_at, delivery.status
                order by latest.told_at desc, latest.id
                """)
                .param("within", within.stream().map(AreaCode::value).toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Row(
                        row.getString("id"),
                        row.getString("slug"),
                        row.getString("title"),
                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                        row.getString("status") == null
                                ? List.of()
                                : List.of(DeliveryStatus.of(row.getString("status"))),
                        row.getInt("deliveries")))
                .list();
        var byArticle = new LinkedHashMap<String, Told>();
        for (var row : rows) {
            var counts = new EnumMap<DeliveryStatus, HeadCount>(DeliveryStatus.class);
            var before = byArticle.get(row.id());
            if (before != null) {
                counts.putAll(before.deliveries());
            }
            row.status().forEach(status -> counts.put(status, new HeadCount(row.deliveries())));
            byArticle.put(row.id(), new Told(row.slug(), row.title(), row.toldAt(), counts));
        }
        return List.copyOf(byArticle.values());
    }

    /** How many confirmed subscribers follow each area; areas that nobody follows are left out. */
    public Map<AreaCode, HeadCount> followersByArea() {
        var followers = new LinkedHashMap<AreaCode, HeadCount>();
        jdbc.sql("""
                select subscription.area, count(*) as followers
                from subscription
                join subscriber on subscriber.id = subscription.subscriber_id
                where subscription.ended_at is null and subscriber.status = 'confirmed'
                group by subscription.area
                """)
                .query((row, n) ->
                        Map.entry(new AreaCode(row.getString("area")), new HeadCount(row.getInt("followers"))))
                .list()
                .forEach(entry -> followers.put(entry.getKey(), entry.getValue()));
        return followers;
    }

    /** @param status none when there is no delivery at all, else the one that is counted */
    private record Row(
            String id, String slug, String title, Instant toldAt, List<DeliveryStatus> status, int deliveries) {}
}
