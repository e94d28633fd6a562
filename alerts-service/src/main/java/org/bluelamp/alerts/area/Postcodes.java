package org.bluelamp.alerts.area;

import java.util.Locale;
import java.util.Optional;
import org.bluelamp.messaging.Version;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where the force's postcodes lie: a projection of the directory's events (ADR 174). What somebody types is looked up here
 * and not kept.
 */
@Repository
public class Postcodes {

    private final JdbcClient jdbc;

    Postcodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether something typed looks like a postcode, in any case and spacing. */
    public static boolean looksLike(String typed) {
        return plain(typed).matches("[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}");
    }

    /**
     * Where a postcode lies, however it is typed; empty when it is none, or none of the force's.
     *
     * @return x is the longitude, y the latitude, in degrees
     */
    public Optional<Coordinate> find(String typed) {
        return looksLike(typed)
                ? jdbc.sql("select longitude, latitude from postcode where code = :code")
                        .param("code", plain(typed))
                        .query((row, n) -> new Coordinate(row.getDouble("longitude"), row.getDouble("latitude")))
                        .optional()
                : Optional.empty();
    }

    void store(SectorChanged told, Version version) {
        var newer = jdbc.sql("""
                insert into postcode_sector as held (sector, version)
                values (:sector, :version)
                on conflict (sector) do update set version = excluded.version where held.version <= :replaces
                """)
                .param("sector", told.sector())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .update();
        if (newer == 0) {
            return;
        }
        jdbc.sql("delete from postcode where sector = :sector")
                .param("sector", told.sector())
                .update();
        jdbc.sql("""
                insert into postcode (code, sector, latitude, longitude)
                select given.code, :sector, given.latitude, given.longitude
                from unnest(:codes, :latitudes, :longitudes) as given (code, latitude, longitude)
                """)
                .param("sector", told.sector())
                .param(
                        "codes",
                        told.postcodes().stream()
                                .map(point -> plain(point.postcode()))
                                .toArray(String[]::new))
                .param(
                        "latitudes",
                        told.postcodes().stream()
                                .map(SectorChanged.Point::latitude)
                                .toArray(Double[]::new))
                .param(
                        "longitudes",
                        told.postcodes().stream()
                                .map(SectorChanged.Point::longitude)
                                .toArray(Double[]::new))
                .update();
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
