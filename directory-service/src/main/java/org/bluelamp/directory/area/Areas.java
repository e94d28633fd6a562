package org.bluelamp.directory.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The areas as they stand. They change only through {@link AreaRegister}, which announces every change. */
@Repository
public class Areas {

    private static final String COLUMNS = """
            code, kind, parent, name, label, email, telephone, web, social_accounts, households, source, version,
            changed_at""";

    private static final TypeReference<List<SocialAccount>> ACCOUNTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Areas(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The area of that code. */
    public Optional<Area> find(AreaCode code) {
        return database.sql("select " + COLUMNS + " from area where code = :code")
                .param("code", code.value())
                .query(this::area)
                .optional();
    }

    /** Every area, forces first, each kind by name. */
    public List<Area> all() {
        return database.sql(
                        "select " + COLUMNS
                                + " from area order by array_position(array['force','district','neighbourhood'], kind), name, code")
                .query(this::area)
                .list();
    }

    /** The areas of one kind, by name. */
    public List<Area> all(AreaKind kind) {
        return database.sql("select " + COLUMNS + " from area where kind = :kind order by name, code")
                .param("kind", kind.word())
                .query(this::area)
                .list();
    }

    /** The areas directly below, by name. */
    public List<Area> within(AreaCode parent) {
        return database.sql("select " + COLUMNS + " from area where parent = :parent order by name, code")
                .param("parent", parent.value())
                .query(this::area)
                .list();
    }

    /** The areas of these codes, by name; codes that are not known are left out. */
    public List<Area> all(Collection<AreaCode> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return database.sql("select " + COLUMNS + " from area where code in (:codes) order by name, code")
                .param("codes", codes.stream().map(AreaCode::value).toList())
                .query(this::area)
                .list();
    }

    /** The full boundary, where there is one. */
    public Optional<Geometry> boundary(AreaCode code) {
        return database.sql("select boundary from area where code = :code and boundary is not null")
                .param("code", code.value())
                .query((row, n) -> GeoJson.read(row.getString(1)))
                .optional();
    }

    /** The outlines for drawing of all areas that have one, by code. */
    Map<AreaCode, Geometry> outlines() {
        return geometries(
                database.sql("select code, outline as geometry from area where outline is not null order by code"));
    }

    /** The full boundaries of all neighbourhoods, or of those within one area. */
    Map<AreaCode, Geometry> neighbourhoodBoundaries(@Nullable AreaCode within) {
        return geometries(database.sql("""
                        select code, boundary as geometry from area
                        where kind = 'neighbourhood' and boundary is not null
                          and (cast(:within as text) is null or code like :within || '/%')
                        order by code
                        """).param("within", within == null ? null : within.value()));
    }

    /** What is held of a force's areas, as descriptions without boundaries. */
    List<AreaDescription> descriptions(AreaCode force) {
        return database
                .sql("select " + COLUMNS + " from area where code = :force or code like :force || '/%'")
                .param("force", force.value())
                .query(this::area)
                .stream()
                .map(area -> new AreaDescription(
                        area.code(),
                        area.name(),
                        area.label(),
                        area.contact(),
                        area.socialAccounts(),
                        area.households(),
                        null,
                        area.source()))
                .toList();
    }

    private static Map<AreaCode, Geometry> geometries(JdbcClient.StatementSpec rows) {
        Map<AreaCode, Geometry> geometries = new LinkedHashMap<>();
        rows.query(row -> {
            geometries.put(new AreaCode(row.getString("code")), GeoJson.read(row.getString("geometry")));
        });
        return geometries;
    }

    /** Rises with every change of a boundary. */
    long boundaryRevision() {
        return database.sql("select revision from boundary_revision")
                .query(Long.class)
                .single();
    }

    /** Every area with its outline, as the event that tells of it, parents before children. */
    Stream<OutgoingEvent> announcements(@Nullable Collection<AreaCode> only) {
        return database
                .sql("select " + COLUMNS + ", outline from area "
                        + (only == null ? "" : "where code in (:codes) ")
                        + "order by array_position(array['force','district','neighbourhood'], kind), code")
                .param(
                        "codes",
                        only == null
                                ? List.of("")
                                : only.stream().map(AreaCode::value).toList())
                .query((row, n) -> AreaChanged.of(
                        area(row, n),
                        row.getString("outline") == null ? null : json.readTree(row.getString("outline"))))
                .list()
                .stream();
    }

    /**
     * Writes what is new or different, as one set.
     *
     * @param outlines of all areas described, and full boundaries of those above neighbourhoods
     * @return the codes of the areas that changed
     */
    List<AreaCode> write(
            Collection<AreaDescription> descriptions,
            Map<AreaCode, Geometry> boundaries,
            Map<AreaCode, Geometry> outlines) {
        List<Row> rows = descriptions.stream()
                .map(d -> new Row(
                        d.code().value(),
                        d.kind().word(),
                        d.parent() == null ? null : d.parent().value(),
                        d.name(),
                        d.label(),
                        d.contact().email(),
                        d.contact().telephone(),
                        d.contact().web(),
                        d.socialAccounts(),
                        d.households(),
                        geoJson(boundaries.get(d.code())),
                        geoJson(outlines.get(d.code())),
                        d.source()))
                .toList();
        return database.sql("""
                        insert into area as held (code, kind, parent, name, label, email, telephone, web,
                               social_accounts, households, boundary, outline, source, version, changed_at)
                        select code, kind, parent, name, label, email, telephone, web,
                               social_accounts, households, boundary, outline, source, 1, :now
                        from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                               code text, kind text, parent text, name text, label text, email text, telephone text,
                               web text, social_accounts jsonb, households int, boundary jsonb, outline jsonb,
                               source text)
                        order by array_position(array['force','district','neighbourhood'], kind)
                        on conflict (code) do update
                        set name = excluded.name, label = excluded.label, email = excluded.email,
                            telephone = excluded.telephone, web = excluded.web,
                            social_accounts = excluded.social_accounts, households = excluded.households,
                            boundary = excluded.boundary, outline = excluded.outline, source = excluded.source,
                            version = held.version + 1, changed_at = excluded.changed_at
                        where (held.name, held.label, held.email, held.telephone, held.web, held.social_accounts,
                               held.households, held.boundary, held.outline, held.source)
                              is distinct from
                              (excluded.name, excluded.label, excluded.email, excluded.telephone, excluded.web,
                               excluded.social_accounts, excluded.households, excluded.boundary, excluded.outline,
                               excluded.source)
                        returning code
                        """)
                .param("rows", json.writeValueAsString(rows))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> new AreaCode(row.getString("code")))
                .list();
    }

    /** Calls the teams of a force and all its areas by another label. */
    List<AreaCode> relabel(AreaCode force, String label) {
        return database.sql("""
                        update area set label = :label, version = version + 1, changed_at = :now
                        where (code = :force or code like :force || '/%') and label <> :label
                        returning code
                        """)
                .param("force", force.value())
                .param("label", label)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> new AreaCode(row.getString("code")))
                .list();
    }

    /** To be called in the transaction that changed a boundary. */
    void boundariesChanged() {
        database.sql("update boundary_revision set revision = revision + 1").update();
    }

    private @Nullable Object geoJson(@Nullable Geometry geometry) {
        return geometry == null ? null : GeoJson.write(geometry);
    }

    private Area area(ResultSet row, int n) throws SQLException {
        String parent = row.getString("parent");
        return new Area(
                new AreaCode(row.getString("code")),
                AreaKind.of(row.getString("kind")),
                parent == null ? null : new AreaCode(parent),
                row.getString("name"),
                row.getString("label"),
                new Contact(row.getString("email"), row.getString("telephone"), row.getString("web")),
                json.readValue(row.getString("social_accounts"), ACCOUNTS),
                row.getObject("households", Integer.class),
                row.getString("source"),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** One row to write, named as the columns. */
    private record Row(
            String code,
            String kind,
            @Nullable String parent,
            String name,
            String label,
            @Nullable String email,
            @Nullable String telephone,
            @Nullable String web,
            List<SocialAccount> social_accounts,
            @Nullable Integer households,
            @Nullable Object boundary,
            @Nullable Object outline,
            String source) {}
}
