package org.bluelamp.directory.postcode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.bluelamp.service.area.HomeForce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells other services where the own force's postcodes lie, sector by sector (ADR 174): those in use within its
 * neighbourhoods, some ten thousands among the country's millions. The version of a sector is the revision of the whole
 * table.
 */
@Repository
class Sectors implements SnapshotSource {

    /** The present postcodes to tell of; without a postcode's last two letters it is its sector. */
    private static final String PRESENT = """
            select left(code, -3) || ' ' || left(right(code, 3), 1) as sector,
                   left(code, -3) || ' ' || right(code, 3) as postcode,
                   round(latitude::numeric, 4)::float8 as latitude,
                   round(longitude::numeric, 4)::float8 as longitude
            from postcode
            where terminated is null and starts_with(neighbourhood, :home || '/')
            """;

    private final JdbcClient database;
    private final HomeForce home;
    private final Outbox outbox;

    Sectors(JdbcClient database, HomeForce home, Outbox outbox) {
        this.database = database;
        this.home = home;
        this.outbox = outbox;
    }

    /** Announces the sectors that are other than they were last told, in the transaction that changed them. */
    void tell() {
        List<String> changed = database.sql("with present as (" + PRESENT + """
                        ),
                        marked as (
                            select sector,
                                   md5(string_agg(postcode || latitude || longitude, ',' order by postcode)) as mark
                            from present
                            group by sector
                        ),
                        gone as (
                            delete from postcode_sector
                            where sector not in (select sector from marked)
                            returning sector
                        ),
                        told as (
                            insert into postcode_sector as held (sector, mark)
                            select sector, mark from marked
                            on conflict (sector) do update set mark = excluded.mark where held.mark <> excluded.mark
                            returning sector
                        )
                        select sector from gone
                        union all
                        select sector from told
                        order by sector
                        """)
                .param("home", home.code().value())
                .query(String.class)
                .list();
        if (!changed.isEmpty()) {
            outbox.appendAll(events(changed));
        }
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        Map<String, List<SectorChanged.Point>> sectors = new LinkedHashMap<>();
        read(PRESENT + " order by sector, postcode", sectors, List.of());
        long version = revision();
        return sectors.entrySet().stream()
                .map(sector -> new SectorChanged(sector.getKey(), sector.getValue()).event(version));
    }

    private Stream<OutgoingEvent> events(Collection<String> changed) {
        Map<String, List<SectorChanged.Point>> sectors = new LinkedHashMap<>();
        // A sector without postcodes is told too: it had some.
        changed.forEach(sector -> sectors.put(sector, new ArrayList<>()));
        read(
                "select * from (" + PRESENT + ") as present where sector = any (:sectors) order by sector, postcode",
                sectors,
                changed);
        long version = revision();
        return sectors.entrySet().stream()
                .map(sector -> new SectorChanged(sector.getKey(), sector.getValue()).event(version));
    }

    private void read(String sql, Map<String, List<SectorChanged.Point>> into, Collection<String> sectors) {
        database.sql(sql)
                .param("home", home.code().value())
                .param("sectors", sectors.toArray(String[]::new))
                .query(row -> {
                    into.computeIfAbsent(row.getString("sector"), sector -> new ArrayList<>())
                            .add(new SectorChanged.Point(
                                    row.getString("postcode"), row.getDouble("latitude"), row.getDouble("longitude")));
                });
    }

    private long revision() {
        return database.sql("select revision from postcode_revision")
                .query(Long.class)
                .single();
    }
}
