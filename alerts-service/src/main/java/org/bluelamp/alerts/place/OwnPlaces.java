package org.bluelamp.alerts.place;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.area.Boundaries;
import org.bluelamp.alerts.area.BoundaryChanged;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.service.area.AreaCode;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Subscribers' own places. One is kept from the sign-up on and goes with its subscription; the subscription stays on
 * record and no longer says where the place was. What its person calls it is kept sealed.
 */
@Repository
public class OwnPlaces implements Expiring {

    /** So many can one person follow. */
    public static final int MOST = 5;

    /** A sign-up that was not confirmed by then can be no more. */
    private static final Duration UNCONFIRMED = Duration.ofDays(8);

    private final JdbcClient jdbc;
    private final Areas areas;
    private final Boundaries boundaries;
    private final AddressVault vault;
    private final Clock clock;

    OwnPlaces(JdbcClient jdbc, Areas areas, Boundaries boundaries, AddressVault vault, Clock clock) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.boundaries = boundaries;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether it touches any neighbourhood, so that there can be alerts for it. */
    public boolean liesHere(OwnPlace place) {
        return !boundaries.neighbourhoodsTouchedBy(place.shape()).isEmpty();
    }

    /** Keeps a new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID subscriber, OwnPlace place) {
        var circle = place.ground() instanceof Ground.Circle round ? round : null;
        var shape = place.shape();
        jdbc.sql("""
                insert into own_place (code, subscriber_id, latitude, longitude, metres, shape, created_at)
                values (:code, :subscriber, :latitude, :longitude, :metres, cast(:shape as polygon), :now)
                """)
                .param("code", place.code().value())
                .param("subscriber", subscriber)
                .param("latitude", circle == null ? null : circle.latitude(), Types.DOUBLE)
                .param("longitude", circle == null ? null : circle.longitude(), Types.DOUBLE)
                .param("metres", circle == null ? null : circle.metres(), Types.INTEGER)
                .param("shape", polygon(shape))
                .param("now", clock.instant().atOffset(UTC))
                .update();
        jdbc.sql("insert into own_place_area (area, code) select area, :code from unnest(:areas) as touched (area)")
                .param("code", place.code().value())
                .param(
                        "areas",
                        boundaries.neighbourhoodsTouchedBy(shape).stream()
                                .map(AreaCode::value)
                                .toArray(String[]::new))
                .update();
        rename(place);
    }

    /** Gives a place that is kept its present name, or takes the name it had when it has none now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rename(OwnPlace place) {
        var name = place.name();
        if (name == null) {
            jdbc.sql("delete from own_place_name where code = :code")
                    .param("code", place.code().value())
                    .update();
            return;
        }
        jdbc.sql("""
                insert into own_place_name (id, code, name, hash_key)
                values (:id, :code, :name, :key)
                on conflict (id) do update
                set name = excluded.name, hash_key = excluded.hash_key
                """)
                .param("id", place.number())
                .param("code", place.code().value())
                .param("name", vault.sealSecret(place.number(), name))
                .param("key", vault.hashKeyMark())
                .update();
    }

    /** Those that a subscriber follows, the oldest first. */
    public List<OwnPlace> followedBy(UUID subscriber) {
        return jdbc.sql("""
                select own_place.code, latitude, longitude, metres, shape::text as shape, own_place_name.name
                from own_place
                left join own_place_name on own_place_name.code = own_place.code
                join subscription on subscription.area = own_place.code and subscription.ended_at is null
                where own_place.subscriber_id = :subscriber
                order by created_at, own_place.code
                """).param("subscriber", subscriber).query(this::place).list();
    }

    /** The place of a code, as long as it is kept. */
    public Optional<OwnPlace> find(AreaCode code) {
        return jdbc.sql("""
                select own_place.code, latitude, longitude, metres, shape::text as shape, own_place_name.name
                from own_place
                left join own_place_name on own_place_name.code = own_place.code
                where own_place.code = :code
                """).param("code", code.value()).query(this::place).optional();
    }

    /** What a subscription is for, in words: the name of an area, or a place of somebody's own. */
    public Optional<String> name(AreaCode followed) {
        return OwnPlace.named(followed)
                ? Optional.of(find(followed).map(OwnPlace::inWords).orElse("a place that is no longer followed"))
                : areas.find(followed).map(Area::fullName);
    }

    /** A polygon without holes as the database writes it. */
    public static String polygon(Polygon shape) {
        return OwnPlace.polygon(shape.getExteriorRing().getCoordinates());
    }

    /** Deletes where a place was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(AreaCode code) {
        jdbc.sql("delete from own_place where code = :code")
                .param("code", code.value())
                .update();
    }

    /** Deletes where all of a subscriber's places were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetAll(UUID subscriber) {
        jdbc.sql("delete from own_place where subscriber_id = :subscriber")
                .param("subscriber", subscriber)
                .update();
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                delete from own_place
                where code in (
                    select code
                    from own_place
                    where created_at < :before
                      and not exists (
                          select
                          from subscription
                          where subscription.area = own_place.code and subscription.ended_at is null)
                    limit :limit
                    for update skip locked)
                """)
                .param("before", now.minus(UNCONFIRMED).atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    /** Finds anew which places a neighbourhood touches whose border moved, in the transaction that moved it. */
    @EventListener
    void on(BoundaryChanged changed) {
        jdbc.sql("delete from own_place_area where area = :area")
                .param("area", changed.area().value())
                .update();
        for (var n = 0; n < changed.boundary().getNumGeometries(); n++) {
            touch(changed.area(), changed.boundary().getGeometryN(n));
        }
    }

    /** What lies in a hole does not touch the polygon around it. */
    private void touch(AreaCode area, Geometry part) {
        var polygon = (Polygon) part;
        var holes = new String[polygon.getNumInteriorRing()];
        for (var n = 0; n < holes.length; n++) {
            holes[n] = OwnPlace.polygon(polygon.getInteriorRingN(n).getCoordinates());
        }
        jdbc.sql("""
                insert into own_place_area (area, code)
                select :area, code
                from own_place
                where shape && cast(:around as polygon)
                  and not exists (select from unnest(:holes) as hole (ring) where cast(hole.ring as polygon) @> shape)
                on conflict do nothing
                """)
                .param("area", area.value())
                .param("around", polygon(polygon))
                .param("holes", holes)
                .update();
    }

    private OwnPlace place(ResultSet row, int n) throws SQLException {
        var metres = row.getObject("metres", Integer.class);
        var place = new OwnPlace(
                new AreaCode(row.getString("code")),
                metres == null
                        ? new Ground.Drawn(OwnPlace.polygon(row.getString("shape")))
                        : new Ground.Circle(row.getDouble("latitude"), row.getDouble("longitude"), metres),
                null);
        var sealed = row.getBytes("name");
        return sealed == null ? place : place.named(vault.openSecret(place.number(), sealed));
    }
}
