package org.bluelamp.alerts.alert;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.delivery.DeliveriesAdded;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.Progress;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who gets an alert, decided as one set in the database (ADR 170).
 *
 * <p>Inside are the confirmed subscribers who follow one of its areas or an area within, or a place of their own that its
 * ground touches: drawn ground itself, else its areas. Those who follow only a wider area around asked for all of it: they
 * are the overspill, counted apart, and whoever sends can leave them out. Each person is one row however many of their subscriptions match; the narrowest of them is the reason they are told.
 * Alerts go at once, however often a person wants to hear of other things; who chose topics gets them if alerts are one
 * of them, and nobody gets what is less severe than they asked for. A severity that nobody knows counts as the least.
 */
@Repository
class Audience {

    /** One row per person: {@code subscriber_id}, {@code area} for the reason, {@code wider} for the overspill. */
    private static final String MATCHING = """
            -- places of subscribers' own: those that drawn ground touches, else those that touch one of the areas
            with touched as (
                select code
                from own_place
                where shape && cast(:ground as polygon)
                union
                select code
                from own_place_area
                where cast(:ground as polygon) is null and area = any (:concerned)
            ),
            followed as (
                select subscriber_id, area, topics, least_severity, area = any (:wider) as wider
                from subscription
                where area = any (:concerned) and ended_at is null
                union all
                select subscriber_id, area, topics, least_severity, false
                from touched
                join subscription on subscription.area = touched.code
                where ended_at is null
            ),
            matching as (
                select distinct on (followed.subscriber_id) followed.subscriber_id, followed.area, followed.wider
                from followed
                join subscriber on subscriber.id = followed.subscriber_id
                where (followed.topics is null or 'alerts' = any (followed.topics))
                  and array_position(array['minor', 'moderate', 'severe', 'extreme'], followed.least_severity)
                      <= coalesce(
                          array_position(array['minor', 'moderate', 'severe', 'extreme'], cast(:severity as text)), 1)
                  and subscriber.status = 'confirmed'
                  and subscriber.suppressed_at is null
                order by followed.subscriber_id, followed.wider, starts_with(followed.area, 'place/') desc,
                         length(followed.area) desc, followed.area
            )
            """;

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Audience(JdbcClient jdbc, Deliveries deliveries, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.clock = clock;
        this.events = events;
    }

    /** How many people an alert of this content would reach now. */
    Estimate estimate(Content content) {
        var concerned = concerned(content);
        return jdbc.sql(MATCHING + """
                select count(*) filter (where not wider) as inside, count(*) filter (where wider) as overspill,
                       count(mobile.subscriber_id) filter (where :urgent and (:overspill or not wider)) as texts,
                       count(*) filter (
                           where (:overspill or not wider)
                             and exists (
                                 select
                                 from push_device
                                 where push_device.subscriber_id = matching.subscriber_id)) as notifications
                from matching
                left join mobile
                  on mobile.subscriber_id = matching.subscriber_id
                 and mobile.suppressed_at is null
                 and mobile.texts <> 'never'
                """)
                .param("ground", ground(content), Types.VARCHAR)
                .param("concerned", concerned.codes())
                .param("wider", concerned.wider())
                .param("severity", content.severity().code())
                .param("urgent", isTexted(content))
                .param("overspill", content.target().overspill())
                .query((row, n) -> new Estimate(
                        row.getInt("inside"),
                        row.getInt("overspill"),
                        row.getInt("texts"),
                        row.getInt("notifications"),
                        content.target().overspill()))
                .single();
    }

    /** Why a person would be told of an alert of this content now; empty when they would not be. */
    Optional<AreaCode> reason(Content content, UUID subscriber) {
        var concerned = concerned(content);
        return jdbc.sql(MATCHING + """
                select area
                from matching
                where subscriber_id = :subscriber and (:overspill or not wider)
                """)
                .param("ground", ground(content), Types.VARCHAR)
                .param("concerned", concerned.codes())
                .param("wider", concerned.wider())
                .param("severity", content.severity().code())
                .param("overspill", content.target().overspill())
                .param("subscriber", subscriber)
                .query(String.class)
                .optional()
                .map(AreaCode::new);
    }

    /**
     * Adds a delivery of an alert's first message for each person it is for; what is urgent also goes as a text message to
     * those who want that.
     *
     * @return how many people will be told
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int tell(Message first) {
        var content = first.content();
        var concerned = concerned(content);
        deliveries.addingMany();
        var people = added(jdbc.sql(MATCHING + """
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select :kind, :item, subscriber_id, :channel, :lane, :list, area,
                       'pending', now(), :notAfter, :now
                from matching
                where :overspill or not wider
                """)
                .param("ground", ground(content), Types.VARCHAR)
                .param("concerned", concerned.codes())
                .param("wider", concerned.wider())
                .param("severity", content.severity().code())
                .param("overspill", content.target().overspill())
                .param("kind", AlertMail.KIND)
                .param("item", first.identifier())
                .param("channel", Way.MAIL.word())
                .param("lane", lane(content).ordinal())
                .param("list", AlertLinks.AREAS_LIST)
                .param("now", clock.instant().atOffset(UTC))
                .param("notAfter", content.notAfter(first.sentAt()).atOffset(UTC))
                .update());
        if (isTexted(content)) {
            text(first);
        }
        push(first);
        return people;
    }

    /** Adds a notification for each person who gets the email and has a browser that asked for it. */
    private void push(Message first) {
        jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select item_kind, item_id, delivery.subscriber_id, :push, lane, mailing_list, reason_area,
                       'pending', now(), not_after, created_at
                from (select distinct subscriber_id from push_device) as having_browsers
                join delivery on delivery.subscriber_id = having_browsers.subscriber_id
                where item_kind = :kind and item_id = :item and channel = :mail
                on conflict do nothing
                """)
                .param("kind", AlertMail.KIND)
                .param("item", first.identifier())
                .param("push", Way.PUSH.word())
                .param("mail", Way.MAIL.word())
                .update();
    }

    /** Text messages cost money each, so they are kept for what is happening now. */
    private static boolean isTexted(Content content) {
        return lane(content) == Lane.URGENT;
    }

    /** Adds a text message for each person who gets the email and wants texts too. */
    private void text(Message message) {
        jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select item_kind, item_id, delivery.subscriber_id, :sms, lane, mailing_list, reason_area,
                       'pending', now(), not_after, created_at
                from delivery
                join mobile on mobile.subscriber_id = delivery.subscriber_id
                where item_kind = :kind and item_id = :item and channel = :mail
                  and mobile.suppressed_at is null
                  and mobile.texts <> 'never'
                on conflict do nothing
                """)
                .param("kind", AlertMail.KIND)
                .param("item", message.identifier())
                .param("sms", Way.SMS.word())
                .param("mail", Way.MAIL.word())
                .update();
    }

    /**
     * Adds a delivery of an alert's latest message for each person who has one of the messages before, and takes back
     * those that are not with a worker yet: stale words are not sent. Who was still to get those gets an update in their
     * place, and of a cancellation hears nothing. An update that makes an alert urgent goes as a text message too.
     *
     * @return how many messages that makes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int tellAgain(Messages messages) {
        var latest = messages.latest();
        var earlier = messages.earlier().stream().map(Message::identifier).toArray(String[]::new);
        var replaced = latest.kind() == Message.Kind.UPDATE ? "replaced by " + latest.identifier() : null;
        takeBack(earlier, replaced);
        var told = added(jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, mailing_list, reason_area,
                     status, due_at, not_after, created_at)
                select distinct on (subscriber_id, channel)
                       :kind, :item, subscriber_id, channel, :lane, mailing_list, reason_area,
                       'pending', now(), :notAfter, :now
                from delivery
                where item_kind = :kind and item_id = any (:earlier)
                  and (status in ('sending', 'sent', 'delivered') or status = 'cancelled' and failure = :replaced)
                order by subscriber_id, channel, created_at
                on conflict do nothing
                """)
                .param("kind", AlertMail.KIND)
                .param("item", latest.identifier())
                .param("earlier", earlier)
                .param("replaced", replaced)
                .param("lane", lane(latest.content()).ordinal())
                .param("now", clock.instant().atOffset(UTC))
                .param("notAfter", notAfter(latest).atOffset(UTC))
                .update());
        if (latest.kind() == Message.Kind.UPDATE && isTexted(latest.content())) {
            text(latest);
        }
        return told;
    }

    /** Takes back what is not with a worker yet, of an alert that is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(Messages messages) {
        takeBack(messages.all().stream().map(Message::identifier).toArray(String[]::new), null);
    }

    /** How many people have a message of the alert, or will if nothing changes: those an update goes to. */
    int receivers(Messages messages) {
        return jdbc.sql("""
                select count(distinct subscriber_id)
                from delivery
                where item_kind = :kind and item_id = any (:items)
                  and status in ('pending', 'paused', 'sending', 'sent', 'delivered', 'failed_temporarily')
                """)
                .param("kind", AlertMail.KIND)
                .param("items", messages.all().stream().map(Message::identifier).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** How far the deliveries of each message by one channel are, by its identifier. */
    Map<String, Progress> progress(Messages messages, Way way) {
        return messages.all().stream()
                .map(Message::identifier)
                .collect(Collectors.toMap(
                        Function.identity(), identifier -> deliveries.progress(AlertMail.KIND, identifier, way)));
    }

    /** Lets the latest message wait. */
    void pause(Messages messages) {
        deliveries.pause(AlertMail.KIND, messages.latest().identifier());
    }

    /** Goes on with the latest message where it was. */
    void resume(Messages messages) {
        deliveries.resume(AlertMail.KIND, messages.latest().identifier());
    }

    private void takeBack(String[] items, @Nullable String failure) {
        jdbc.sql("delete from paused_item where item_kind = :kind and item_id = any (:items)")
                .param("kind", AlertMail.KIND)
                .param("items", items)
                .update();
        jdbc.sql("""
                update delivery
                set status = 'cancelled', finished_at = :now, failure = :failure
                where item_kind = :kind and item_id = any (:items) and status in ('pending', 'paused', 'failed_temporarily')
                """)
                .param("kind", AlertMail.KIND)
                .param("items", items)
                .param("failure", failure)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** That an alert was called back is worth knowing as long as the alert would have been. */
    private static Instant notAfter(Message message) {
        return message.kind() == Message.Kind.CANCEL
                ? message.content().expires()
                : message.content().notAfter(message.sentAt());
    }

    private static Lane lane(Content content) {
        return content.urgency() == Urgency.IMMEDIATE ? Lane.URGENT : Lane.BULK;
    }

    /** The areas that an alert is for and all within, and the wider ones around them. */
    private Concerned concerned(Content content) {
        var around = jdbc.sql("""
                select area.code,
                       bool_and(area.code <> target.code and not starts_with(area.code, target.code || '/')) as wider
                from area
                join unnest(:areas) as target (code)
                  on area.code = target.code
                  or starts_with(area.code, target.code || '/')
                  or starts_with(target.code, area.code || '/')
                group by area.code
                """)
                .param(
                        "areas",
                        content.target().areas().stream().map(AreaCode::value).toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("code"), row.getBoolean("wider")))
                .list();
        return new Concerned(
                around.stream().map(Map.Entry::getKey).toArray(String[]::new),
                around.stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toArray(String[]::new));
    }

    /** The ground as the database writes a polygon; null when the alert is for whole areas. */
    private static @Nullable String ground(Content content) {
        return content.target()
                .ground()
                .map(ground -> OwnPlaces.polygon(ground.shape()))
                .orElse(null);
    }

    private int added(int deliveries) {
        if (deliveries > 0) {
            events.publishEvent(new DeliveriesAdded());
        }
        return deliveries;
    }

    /**
     * Areas whose followers may want an alert.
     *
     * @param codes all of them
     * @param wider those among them that are more than it is for
     */
    private record Concerned(String[] codes, String[] wider) {}
}
