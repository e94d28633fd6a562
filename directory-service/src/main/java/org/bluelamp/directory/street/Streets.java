package org.bluelamp.directory.street;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The streets that data has, searched as people write them: with and without the town, "Rd" for "Road". */
@Repository
public class Streets {

    /** Fewer letters look like everything. */
    private static final int SHORTEST = 5;

    private final JdbcClient database;
    private final JsonMapper json;

    Streets(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those of exactly this name, in whatever town; each neighbourhood once, by town. */
    public List<Street> named(String name) {
        return exactly("search", name);
    }

    /** Those of exactly this name and town, as in "High Street, Ware"; each neighbourhood once. */
    public List<Street> inTown(String nameAndTown) {
        return exactly("full_search", nameAndTown);
    }

    private List<Street> exactly(String column, String text) {
        return database.sql("""
                        select * from (
                            select distinct on (neighbourhood, town)
                                   name, town, longitude, latitude, neighbourhood, source
                            from street
                            where neighbourhood is not null and %s = searchable_street(:text)
                            order by neighbourhood, town, name) as found
                        order by town, neighbourhood
                        """.formatted(column))
                .param("text", text)
                .query(Streets::street)
                .list();
    }

    /** Those whose name, with or without the town, looks like this; the best first. */
    public List<Street> like(String text) {
        if (text.length() < SHORTEST) {
            return List.of();
        }
        return database.sql("""
                        with term as (select searchable_street(:text) as term),
                        fitting as (
                            select street.*, greatest(similarity(full_search, term), similarity(search, term)) as score
                            from street, term
                            where neighbourhood is not null and (full_search % term or search % term)),
                        best as (
                            select distinct on (neighbourhood, name, town) * from fitting
                            order by neighbourhood, name, town, score desc)
                        select name, town, longitude, latitude, neighbourhood, source from best
                        where score >= 0.5 and score >= (select max(score) from best) - 0.1
                        order by score desc, name, town, neighbourhood
                        limit 12
                        """).param("text", text).query(Streets::street).list();
    }

    /** Adds or moves streets, as one set. */
    public void put(Collection<Street> streets) {
        List<Row> rows = streets.stream().map(Row::of).toList();
        database.sql("""
                        insert into street (name, town, longitude, latitude, neighbourhood, source)
                        select name, town, longitude, latitude, neighbourhood, source
                        from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                            name text, town text, longitude float8, latitude float8, neighbourhood text, source text)
                        on conflict (name, town, longitude, latitude) do update
                        set neighbourhood = excluded.neighbourhood, source = excluded.source
                        """).param("rows", json.writeValueAsString(rows)).update();
    }

    /** Looks again in which neighbourhoods the streets lie whose points are there, in degrees. */
    void assign(Collection<Envelope> where, Neighbourhoods neighbourhoods) {
        List<Assigned> others = new ArrayList<>();
        for (Envelope extent : where) {
            database.sql("""
                            select id, longitude, latitude, neighbourhood from street
                            where longitude between :west and :east and latitude between :south and :north
                            """)
                    .param("west", extent.getMinX())
                    .param("east", extent.getMaxX())
                    .param("south", extent.getMinY())
                    .param("north", extent.getMaxY())
                    .query(row -> {
                        String now = neighbourhoods
                                .at(row.getDouble("longitude"), row.getDouble("latitude"))
                                .map(AreaCode::value)
                                .orElse(null);
                        if (!Objects.equals(now, row.getString("neighbourhood"))) {
                            others.add(new Assigned(row.getLong("id"), now));
                        }
                    });
        }
        if (!others.isEmpty()) {
            database.sql("""
                            update street set neighbourhood = given.neighbourhood
                            from jsonb_to_recordset(cast(:rows as jsonb)) as given(id bigint, neighbourhood text)
                            where street.id = given.id
                            """).param("rows", json.writeValueAsString(others)).update();
        }
    }

    private record Assigned(long id, @Nullable String neighbourhood) {}

    private static Street street(ResultSet row, int n) throws SQLException {
        return new Street(
                row.getString("name"),
                row.getString("town"),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                new AreaCode(row.getString("neighbourhood")),
                row.getString("source"));
    }

    /** One row to write, named as the columns. */
    private record Row(
            String name,
            String town,
            double longitude,
            double latitude,
            @Nullable String neighbourhood,
            String source) {

        static Row of(Street street) {
            AreaCode neighbourhood = street.neighbourhood();
            return new Row(
                    street.name(),
                    street.town(),
                    street.longitude(),
                    street.latitude(),
                    neighbourhood == null ? null : neighbourhood.value(),
                    street.source());
        }
    }
}
