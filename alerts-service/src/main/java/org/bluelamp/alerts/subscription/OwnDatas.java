package org.bluelamp.alerts.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.alerts.casenews.CaseNewsDesk;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.place.OwnPlace;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.alerts.push.Devices;
import org.bluelamp.alerts.sms.Mobiles;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.alerts.subscriber.Subscribers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What a person may ask of what is kept about them: to see it, and that it be erased (UK GDPR, articles 15 and 17). */
@Service
public class OwnDatas {

    private final JdbcClient jdbc;
    private final Leaving leaving;
    private final Subscribers subscribers;
    private final OwnPlaces places;
    private final Mobiles mobiles;
    private final Devices devices;
    private final CaseNewsDesk caseNews;
    private final Deliveries deliveries;

    OwnDatas(
            JdbcClient jdbc,
            Leaving leaving,
            Subscribers subscribers,
            OwnPlaces places,
            Mobiles mobiles,
            Devices devices,
            CaseNewsDesk caseNews,
            Deliveries deliveries) {
        this.jdbc = jdbc;
        this.places = places;
        this.leaving = leaving;
        this.subscribers = subscribers;
        this.mobiles = mobiles;
        this.devices = devices;
        this.caseNews = caseNews;
        this.deliveries = deliveries;
    }

    /** Everything about a subscriber as it is at one moment; empty when there is none. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<OwnData> of(UUID subscriber) {
        return jdbc.sql("select created_at, status, suppressed_at from subscriber where id = :id")
                .param("id", subscriber)
                .query((row, n) -> new OwnData(
                        time(row, "created_at"),
                        row.getString("status"),
                        timeOrNull(row, "suppressed_at"),
                        consents(subscriber),
                        subscriptions(subscriber),
                        places.followedBy(subscriber).stream()
                                .map(OwnDatas::place)
                                .toList(),
                        schemes(subscriber),
                        mobiles.of(subscriber)
                                .map(mobile -> new OwnData.Texts(
                                        mobile.confirmed(), mobile.times().inWords(), mobile.suppressed()))
                                .orElse(null),
                        devices.added(subscriber).stream()
                                .map(Devices.Added::added)
                                .toList(),
                        caseNews.of(subscriber).stream()
                                .map(one -> new OwnData.CaseMails(one.askedAt(), one.confirmedAt(), one.endedAt()))
                                .toList(),
                        emails(subscriber)))
                .optional();
    }

    /**
     * Ends everything and erases the address at once. What was agreed and when stays for a year, without the address, as
     * the proof that nobody was sent anything they had not asked for.
     *
     * @return whether there was such a subscriber, not erased before
     */
    @Transactional
    public boolean erase(UUID subscriber) {
        if (!leaving.all(subscriber, Ending.ERASED)) {
            return false;
        }
        deliveries.forgetFor(subscriber);
        jdbc.sql("delete from letter_item where subscriber_id = :id")
                .param("id", subscriber)
                .update();
        return subscribers.erase(subscriber);
    }

    private List<OwnData.Consent> consents(UUID subscriber) {
        return jdbc.sql("""
                select sign_up.area, consent_wording.wording, sign_up.source, requested_at, confirmed_at
                from sign_up
                join consent_wording on consent_wording.id = sign_up.wording
                where subscriber_id = :id
                order by requested_at, sign_up.id
                """)
                .param("id", subscriber)
                .query((row, n) -> new OwnData.Consent(
                        row.getString("area"),
                        row.getString("wording"),
                        row.getString("source"),
                        time(row, "requested_at"),
                        timeOrNull(row, "confirmed_at")))
                .list();
    }

    private List<OwnData.Followed> subscriptions(UUID subscriber) {
        return jdbc.sql("""
                select area, frequency, topics, least_severity, started_at, ended_at, ended_reason, ended_source
                from subscription
                where subscriber_id = :id
                order by started_at, id
                """)
                .param("id", subscriber)
                .query((row, n) -> {
                    var topics = row.getArray("topics");
                    return new OwnData.Followed(
                            row.getString("area"),
                            row.getString("frequency"),
                            topics == null ? List.of() : Arrays.asList((String[]) topics.getArray()),
                            row.getString("least_severity"),
                            time(row, "started_at"),
                            timeOrNull(row, "ended_at"),
                            row.getString("ended_reason"),
                            row.getString("ended_source"));
                })
                .list();
    }

    private static OwnData.Place place(OwnPlace place) {
        var code = place.code().value();
        return switch (place.ground()) {
            case Ground.Circle circle ->
                new OwnData.Place(
                        code, place.name(), circle.latitude(), circle.longitude(), circle.metres(), List.of());
            case Ground.Drawn drawn ->
                new OwnData.Place(
                        code,
                        place.name(),
                        null,
                        null,
                        null,
                        Arrays.stream(drawn.shape().getExteriorRing().getCoordinates())
                                .map(corner -> List.of(corner.y, corner.x))
                                .toList());
        };
    }

    private List<OwnData.Membership> schemes(UUID subscriber) {
        return jdbc.sql("""
                select scheme.name, scheme.area, coordinator, joined_at
                from scheme_member
                join scheme on scheme.id = scheme_member.scheme_id
                where subscriber_id = :id
                order by joined_at, scheme.id
                """)
                .param("id", subscriber)
                .query((row, n) -> new OwnData.Membership(
                        row.getString("name"),
                        row.getString("area"),
                        row.getBoolean("coordinator"),
                        time(row, "joined_at")))
                .list();
    }

    private List<OwnData.Email> emails(UUID subscriber) {
        return jdbc.sql("""
                select channel, item_kind, reason_area, status, created_at, finished_at
                from delivery
                where subscriber_id = :id
                order by created_at desc, id
                """)
                .param("id", subscriber)
                .query((row, n) -> new OwnData.Email(
                        row.getString("channel"),
                        row.getString("item_kind"),
                        row.getString("reason_area"),
                        row.getString("status"),
                        time(row, "created_at"),
                        timeOrNull(row, "finished_at")))
                .list();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
