package org.bluelamp.directory.postcode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The postcodes we hold: of the whole country, where it was loaded, with those no longer in use. */
@Repository
public class Postcodes {

    private final JdbcClient database;
    private final JsonMapper json;

    Postcodes(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Where a postcode lies; also one that is no longer in use, or that lies outside every neighbourhood we hold. */
    public Optional<LocatedPostcode> find(Postcode postcode) {
        return database.sql("""
                        select code, longitude, latitude, neighbourhood, force_name, terminated, source
                          from postcode
                         where code = :code
                        """)
                .param("code", postcode.code())
                .query(Postcodes::postcode)
                .optional();
    }

    /** The neighbourhoods in which postcodes with this beginning lie, the one with most of them first. */
    public List<AreaCode> neighbourhoods(PartialPostcode partial) {
        return database.sql("""
                        select neighbourhood from postcode
                        where outward = :outward and code like :outward || :rest || '%'
                          and neighbourhood is not null and terminated is null
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
        List<Row> rows = postcodes.stream().map(Row::of).toList();
        database.sql("""
                        insert into postcode
                               (code, longitude, latitude, neighbourhood, force_name, terminated, source)
                        select * from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                            code text, longitude float8, latitude float8, neighbourhood text, force_name text,
                            terminated date, source text)
                        on conflict (code) do update
                        set longitude = excluded.longitude, latitude = excluded.latitude,
                            neighbourhood = excluded.neighbourhood, force_name = excluded.force_name,
                            terminated = excluded.terminated, source = excluded.source
                        """).param("rows", json.writeValueAsString(rows)).update();
        changed();
    }

    /** To be called in the transaction that changed postcodes in any way of its own. */
    public void changed() {
        database.sql("update postcode_revision set revision = revision + 1").update();
    }

    private static LocatedPostcode postcode(ResultSet row, int n) throws SQLException {
        String neighbourhood = row.getString("neighbourhood");
        return new LocatedPostcode(
                new Postcode(row.getString("code")),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                neighbourhood == null ? null : new AreaCode(neighbourhood),
                row.getString("force_name"),
                row.getObject("terminated", LocalDate.class),
                row.getString("source"));
    }

    /** One row to write, named as the columns. */
    private record Row(
            String code,
            double longitude,
            double latitude,
            @Nullable String neighbourhood,
            @Nullable String force_name,
            @Nullable String terminated,
            String source) {

        static Row of(LocatedPostcode postcode) {
            AreaCode neighbourhood = postcode.neighbourhood();
            LocalDate terminated = postcode.terminated();
            return new Row(
                    postcode.postcode().code(),
                    postcode.longitude(),
                    postcode.latitude(),
                    neighbourhood == null ? null : neighbourhood.value(),
                    postcode.forceName(),
                    terminated == null ? null : terminated.toString(),
                    postcode.source());
        }
    }
}
