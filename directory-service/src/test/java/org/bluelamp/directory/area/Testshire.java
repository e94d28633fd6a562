package org.bluelamp.directory.area;

import java.util.List;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another force, in the middle of the ocean where nobody else is: one district, two neighbourhoods side by side. */
public final class Testshire {

    public static final AreaCode FORCE = new AreaCode("testshire");
    public static final AreaCode DISTRICT = new AreaCode("testshire/dale");
    public static final AreaCode WEST = new AreaCode("testshire/dale/west");
    public static final AreaCode EAST = new AreaCode("testshire/dale/east");

    private Testshire() {}

    /** All of it; the border between west and east lies at longitude 1. */
    public static List<AreaDescription> areas() {
        return List.of(
                area(FORCE, "Testshire", null),
                area(DISTRICT, "Dale", null),
                area(WEST, "Dale West", square(0, 1)),
                area(EAST, "Dale East", square(1, 2)));
    }

    public static AreaDescription area(AreaCode code, String name, @Nullable Geometry boundary) {
        return new AreaDescription(
                code,
                name,
                "Safer Dale Team",
                Contact.NONE,
                List.of(),
                null,
                null,
                AreaDetails.NONE,
                boundary,
                DemoData.SOURCE);
    }

    /** From one longitude to another, between latitudes 0 and 1. */
    public static Geometry square(double west, double east) {
        return GeoJson.GEOMETRIES.toGeometry(new Envelope(west, east, 0, 1));
    }

    /** Takes it away again where a test had to commit it, as the database knows it. */
    public static void forget(JdbcClient database) {
        for (String sql : List.of(
                "delete from postcode where neighbourhood like 'testshire/%' or source = 'testshire'",
                "delete from place where neighbourhood like 'testshire/%'",
                "delete from area where code like 'testshire/%/%'",
                "delete from area where code like 'testshire/%'",
                "delete from area where code = 'testshire'",
                "update boundary_revision set revision = revision + 1",
                "update postcode_revision set revision = revision + 1")) {
            database.sql(sql).update();
        }
    }
}
