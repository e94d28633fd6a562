package org.bluelamp.alerts.article;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.delivery.DeliveriesAdded;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.link.AlertLinks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds out whom an article concerns and lets them be told, as one set in the database. */
@Repository
class Followers {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Followers(JdbcClient jdbc, Deliveries deliveries, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds a delivery for each confirmed subscriber who wants to hear at once of one of the article's topics in an area
     * that it concerns: the area itself, one above it, or one below it. A person is told once, however many of their
     * subscriptions match; the narrowest of them is kept as the reason. Who began to follow after the publication is not
     * told, and who chose a letter finds the article there.
     *
     * @return how many people will be told
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int tell(String article, Instant notAfter) {
        deliveries.addingMany();
        var told = jdbc.sql("""
                with follower as (
                    select distinct on (subscription.subscriber_id) subscription.subscriber_id, subscription.area
                    from article
                    join subscription on subscription.area = any (:concerned)
                    join subscriber on subscriber.id = subscription.subscriber_id
                    where article.id = :article
                      and subscription.ended_at is null
                      and subscription.frequency = 'at-once'
                      and (subscription.topics is null or subscription.topics && article.topics)
                      and subscription.started_at <= article.published_at
                      and subscriber.status = 'confirmed'
                      and subscriber.suppressed_at is null
                    order by subscription.subscriber_id, length(subscription.area) desc, subscription.area
                )
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select :kind, :article, subscriber_id, :channel, :lane, :list, area,
                       'pending', now(), :notAfter, :now
                from follower
                """)
                .param("concerned", concerned(article))
                .param("kind", ArticleMail.KIND)
                .param("article", article)
                .param("channel", Way.MAIL.word())
                .param("lane", Lane.BULK.ordinal())
                .param("list", AlertLinks.AREAS_LIST)
                .param("now", clock.instant().atOffset(UTC))
                .param("notAfter", notAfter.atOffset(UTC))
                .update();
        return added(told);
    }

    /** The areas that an article is about, and all above and below them. */
    private String[] concerned(String article) {
        return jdbc.sql("""
                select distinct area.code
                from article
                cross join unnest(article.areas) as target (code)
                join area
                  on area.code = target.code
                  or starts_with(area.code, target.code || '/')
                  or starts_with(target.code, area.code || '/')
                where article.id = :article
                """)
                .param("article", article)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    /**
     * Adds a delivery about an article's withdrawal for each person who was told of the article, by itself or in a
     * letter, or is being told at this moment, and still wants such mails.
     *
     * @return how many people will be told
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int tellOfWithdrawal(String article, Instant notAfter) {
        var told = jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select :kind, :article, told.subscriber_id, :channel, :lane, :list, told.area,
                       'pending', now(), :notAfter, :now
                from (
                    select subscriber_id, reason_area as area
                    from delivery
                    where item_kind = :article_kind and item_id = :article and status in ('sending', 'sent', 'delivered')
                    union
                    select letter_item.subscriber_id, letter_item.area
                    from letter_item
                    join delivery
                      on delivery.item_kind = 'letter'
                     and delivery.item_id = letter_item.period::text
                     and delivery.subscriber_id = letter_item.subscriber_id
                    where letter_item.kind = :article_kind and letter_item.item_id = :article
                      and delivery.status in ('sending', 'sent', 'delivered')
                ) as told
                join subscriber on subscriber.id = told.subscriber_id
                where subscriber.status = 'confirmed' and subscriber.suppressed_at is null
                on conflict do nothing
                """)
                .param("kind", WithdrawalMail.KIND)
                .param("article_kind", ArticleMail.KIND)
                .param("channel", Way.MAIL.word())
                .param("lane", Lane.BULK.ordinal())
                .param("list", AlertLinks.AREAS_LIST)
                .param("article", article)
                .param("now", clock.instant().atOffset(UTC))
                .param("notAfter", notAfter.atOffset(UTC))
                .update();
        return added(told);
    }

    private int added(int deliveries) {
        if (deliveries > 0) {
            events.publishEvent(new DeliveriesAdded());
        }
        return deliveries;
    }
}
