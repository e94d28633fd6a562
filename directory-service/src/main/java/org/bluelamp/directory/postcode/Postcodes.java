package org.bluelamp.directory.postcode;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The postcodes of the force's area. */
@Repository
public class Postcodes {

    private final JdbcClient database;
    private final JsonMapper json;

    Postcodes(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Where a postcode lies. */
    public Optional<LocatedPostcode> find(Postcode postcode) {
        return database.sql("select code, longitude, latitude, neighbourhood, source from postcode where code = :code")
                .param("code", postcode.code())
                .query((row, n) -> new LocatedPostcode(
                        new Postcode(row.getString("code")),
                        row.getDouble("longitude"),
                        row.getDouble("latitude"),
                        new AreaCode(row.getString("neighbourhood")),
                        row.getString("source")))
                .optional();
    }

    /** The neighbourhoods in which postcodes with this beginning lie, the one with most of them first. */
    public List<AreaCode> neighbourhoods(PartialPostcode partial) {
        return database.sql("""
                        select neighbourhood from postcode
                        where outward = :outward and code like :outward || :rest || '%'
                        group by neighbourhood
                        order by count(*) desc, neighbourhood
                        """)
                .param("outward", partial.outward())
                .param("rest", partial.rest())
                .query((row, n) -> new AreaCode(row.getString(1)))
                .list();
    }

    /** Adds or moves postcodes, as one set. */
    public void put(Collection<LocatedPostcode> postcodes) {
        List<Row> rows = postcodes.stream()
                .map(p -> new Row(
                        p.postcode().code(),
                        p.longitude(),
                        p.latitude(),
                        p.neighbourhood().value(),
                        p.source()))
                .toList();
        database.sql("""
                        insert into postcode (code, longitude, latitude, neighbourhood, source)
                        select * from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                            code text, longitude float8, latitude float8, neighbourhood text, source text)
                        on conflict (code) do update
                        set longitude = excluded.longitude, latitude = excluded.latitude,
                            neighbourhood = excluded.neighbourhood, source = excluded.source
                        """).param("rows", json.writeValueAsString(rows)).update();
    }

    private record Row(String code, double longitude, double latitude, String neighbourhood, String source) {}
}
