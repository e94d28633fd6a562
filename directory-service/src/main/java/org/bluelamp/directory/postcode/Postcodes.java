package org.bluelamp.directory.postcode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.held.Held;
import org.bluelamp.directory.held.Refreshing;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The postcodes we hold: of the whole country, where it was loaded, with those no longer in use. Look-ups are answered
 * from a table {@link Held} in memory, and by the database while that is being read.
 */
@Repository
public class Postcodes implements Refreshing {

    private static final String COLUMNS = "code, longitude, latitude, neighbourhood, force_name, terminated, source";

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Sectors sectors;
    private final Held<PostcodeTable> held;

    Postcodes(JdbcClient database, JsonMapper json, Sectors sectors, PlatformTransactionManager transactions) {
        this.database = database;
        this.json = json;
        this.sectors = sectors;
        this.held = new Held<>("the postcodes", new FromDatabase(this), transactions);
    }

    /** Where a postcode lies; also one that is no longer in use, or that lies outside every neighbourhood we hold. */
    public Optional<LocatedPostcode> find(Postcode postcode) {
        Optional<PostcodeTable> table = held.ifHeld();
        if (table.isPresent()) {
            return table.get().find(postcode);
        }
        return database.sql("select " + COLUMNS + " from postcode where code = :code")
                .param("code", postcode.code())
                .query(Postcodes::postcode)
                .optional();
    }

    /** The neighbourhoods in which postcodes in use with this beginning lie, the one with most of them first. */
    public List<AreaCode> neighbourhoods(PartialPostcode beginning) {
        Optional<PostcodeTable> table = held.ifHeld();
        if (table.isPresent()) {
            return table.get().neighbourhoods(beginning);
        }
        return database.sql("""
                        select neighbourhood from postcode
                        where outward = :outward and code like :outward || :rest || '%'
                          and neighbourhood is not null and terminated is null
                        group by neighbourhood
                        order by count(*) desc, neighbourhood collate "C"
                        """)
                .param("outward", beginning.outward())
                .param("rest", beginning.rest())
                .query((row, n) -> new AreaCode(row.getString(1)))
                .list();
    }

    /** Whether places have postcodes that begin with these letters, in capitals; known without any table. */
    public static boolean isArea(String letters) {
        return PostcodeAreas.contain(letters);
    }

    /** How the outward code of a postcode stands to those we hold; for one that is not among them. */
    public Standing standing(PartialPostcode beginning) {
        PartialPostcode district = beginning.district();
        if (!PostcodeAreas.contain(district.letters())) {
            return Standing.IMPOSSIBLE;
        }
        if (holds(district)) {
            return Standing.HELD;
        }
        return allOurs(district.letters())
                .map(ours -> ours ? Standing.DOUBTFUL : Standing.IMPOSSIBLE)
                .orElse(Standing.BEYOND);
    }

    private boolean holds(PartialPostcode district) {
        return held.ifHeld()
                .map(table -> table.holds(district))
                .orElseGet(() -> database.sql("select exists (select from postcode where outward = :outward)")
                        .param("outward", district.outward())
                        .query(Boolean.class)
                        .single());
    }

    /** Whether all postcodes with these letters are ours; empty when none are held. In ASCII a colon follows the digits. */
    private Optional<Boolean> allOurs(String letters) {
        return held.ifHeld()
                .map(table -> table.allOurs(letters))
                .orElseGet(() -> database.sql("""
                        select bool_and(neighbourhood is not null) from postcode
                        where code >= :letters || '0' and code < :letters || ':'
                        having count(*) > 0
                        """)
                        .param("letters", letters)
                        .query(Boolean.class)
                        .optional());
    }

    /** The police force that serves most of the postcodes with this outward code, where the source says so. */
    public Optional<String> forceOf(PartialPostcode partial) {
        return database.sql("""
                        select force_name from postcode
                        where outward = :outward and force_name is not null
                        group by force_name
                        order by count(*) desc, force_name
                        limit 1
                        """)
                .param("outward", partial.outward())
                .query(String.class)
                .optional();
    }

    /** Adds or moves postcodes, as one set. */
    @Transactional
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

    /**
     * To be called in every transaction that changes the table in a way of its own, once it has. All replicas read it
     * again then, and other services are told of the sectors that are different.
     */
    public void changed() {
        database.sql("update postcode_revision set revision = revision + 1").update();
        sectors.tell();
        held.changed();
    }

    /** Looks again in which neighbourhoods the postcodes lie whose points are there, in degrees. */
    void assign(Collection<Envelope> where, Neighbourhoods neighbourhoods) {
        int moved = 0;
        for (Envelope place : where) {
            List<Assigned> others = new ArrayList<>();
            database.sql("""
                            select code, longitude, latitude, neighbourhood from postcode
                            where longitude between :west and :east and latitude between :south and :north
                            """)
                    .param("west", place.getMinX())
                    .param("east", place.getMaxX())
                    .param("south", place.getMinY())
                    .param("north", place.getMaxY())
                    .withFetchSize(ROWS_AT_ONCE)
                    .query(row -> {
                        String now = neighbourhoods
                                .at(row.getDouble("longitude"), row.getDouble("latitude"))
                                .map(AreaCode::value)
                                .orElse(null);
                        if (!Objects.equals(now, row.getString("neighbourhood"))) {
                            others.add(new Assigned(row.getString("code"), now));
                        }
                    });
            for (int i = 0; i < others.size(); i += ROWS_AT_ONCE) {
                assign(others.subList(i, Math.min(i + ROWS_AT_ONCE, others.size())));
            }
            moved += others.size();
        }
        if (moved > 0) {
            changed();
        }
    }

    private void assign(List<Assigned> others) {
        database.sql("""
                        update postcode set neighbourhood = given.neighbourhood
                        from jsonb_to_recordset(cast(:rows as jsonb)) as given(code text, neighbourhood text)
                        where postcode.code = given.code
                        """).param("rows", json.writeValueAsString(others)).update();
    }

    @Override
    public Held<?> held() {
        return held;
    }

    /** No: the database answers as well. */
    @Override
    public boolean neededFirst() {
        return false;
    }

    private int count() {
        return database.sql("select count(*) from postcode")
                .query(Integer.class)
                .single();
    }

    private PostcodeTable table() {
        PostcodeTable.Builder table = new PostcodeTable.Builder(count());
        database.sql("select " + COLUMNS + " from postcode")
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    table.add(
                            row.getString("code"),
                            row.getDouble("longitude"),
                            row.getDouble("latitude"),
                            row.getString("neighbourhood"),
                            row.getString("force_name"),
                            row.getObject("terminated", LocalDate.class),
                            row.getString("source"));
                });
        return table.build();
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

    private record FromDatabase(Postcodes postcodes) implements Held.Source<PostcodeTable> {

        @Override
        public long revision() {
            return postcodes
                    .database
                    .sql("select revision from postcode_revision")
                    .query(Long.class)
                    .single();
        }

        @Override
        public PostcodeTable read(@Nullable PostcodeTable last) {
            return postcodes.table();
        }
    }

    private record Assigned(String code, @Nullable String neighbourhood) {}

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
