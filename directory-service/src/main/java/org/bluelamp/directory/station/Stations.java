package org.bluelamp.directory.station;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The stations as they stand. They change only through {@link StationRegister}. */
@Repository
public class Stations {

    private final JdbcClient database;
    private final JsonMapper json;

    Stations(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The stations of these areas, area by area in the order given, each in its own order. */
    public List<Station> of(List<AreaCode> areas) {
        return database.sql("""
                        select * from station
                        where area = any(cast(:areas as text[]))
                        order by array_position(cast(:areas as text[]), area), position
                        """)
                .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .query(this::station)
                .list();
    }

    /** The station of that id. */
    public Optional<Station> find(UUID id) {
        return database.sql("select * from station where id = :id")
                .param("id", id)
                .query(this::station)
                .optional();
    }

    /** Holds an area's stations against changes by others until the transaction ends. */
    List<Station> locked(AreaCode area) {
        database.sql("select code from area where code = :area for update")
                .param("area", area.value())
                .query(String.class)
                .single();
        return of(List.of(area));
    }

    void delete(Collection<UUID> ids) {
        database.sql("delete from station where id = any(cast(:ids as uuid[]))")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** Writes stations with the versions they bear, as a set. */
    void write(Collection<Station> stations) {
        List<Row> rows = stations.stream().map(Row::of).toList();
        database.sql("""
                        insert into station as held (id, area, position, name, kind, address, postcode, telephone,
                               longitude, latitude, opening, description, source, version, changed_at)
                        select * from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                               id uuid, area text, position smallint, name text, kind text, address text,
                               postcode text, telephone text, longitude double precision, latitude double precision,
                               opening jsonb, description text, source text, version bigint, changed_at timestamptz)
                        on conflict (id) do update
                        set position = excluded.position, name = excluded.name, kind = excluded.kind,
                            address = excluded.address, postcode = excluded.postcode,
                            telephone = excluded.telephone, longitude = excluded.longitude,
                            latitude = excluded.latitude, opening = excluded.opening,
                            description = excluded.description, source = excluded.source,
                            version = excluded.version, changed_at = excluded.changed_at
                        """).param("rows", json.writeValueAsString(rows)).update();
    }

    private Station station(ResultSet row, int n) throws SQLException {
        String opening = row.getString("opening");
        return new Station(
                row.getObject("id", UUID.class),
                new AreaCode(row.getString("area")),
                row.getInt("position"),
                new StationDescription(
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("address"),
                        row.getString("postcode"),
                        row.getString("telephone"),
                        row.getObject("longitude", Double.class),
                        row.getObject("latitude", Double.class),
                        opening == null ? null : json.readValue(opening, OpeningHours.class),
                        row.getString("description")),
                row.getString("source"),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** One row to write, named as the columns. */
    private record Row(
            UUID id,
            String area,
            int position,
            String name,
            @Nullable String kind,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String telephone,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable OpeningHours opening,
            @Nullable String description,
            String source,
            long version,
            String changed_at) {

        static Row of(Station station) {
            StationDescription d = station.described();
            return new Row(
                    station.id(),
                    station.area().value(),
                    station.position(),
                    d.name(),
                    d.kind(),
                    d.address(),
                    d.postcode(),
                    d.telephone(),
                    d.longitude(),
                    d.latitude(),
                    d.opening(),
                    d.description(),
                    station.source(),
                    station.version(),
                    station.changedAt().toString());
        }
    }
}
