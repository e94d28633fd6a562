package org.bluelamp.directory.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The areas as they stand. They change only through {@link AreaRegister}, which announces every change. */
@Repository
public class Areas {

    private static final String COLUMNS = """
            code, kind, parent, name, label, email, telephone, web, social_accounts, households, police_uk_id,
            description, population, centre, links, other_contact, source, version, changed_at""";

    /** Of a thousand points each these are a megabyte of text. */
    private static final int GEOMETRIES_AT_ONCE = 40;

    private final JdbcClient database;
    private final AreaPaths paths;
    private final JsonMapper json;
    private final Clock clock;

    /** Made once: an area is read several times for each page. */
    private final ObjectReader accounts;

    private final ObjectReader links;
    private final ObjectReader contact;
    private final ObjectReader centre;

    Areas(JdbcClient database, AreaPaths paths, JsonMapper json, Clock clock) {
        this.database = database;
        this.paths = paths;
        this.json = json;
        this.clock = clock;
        this.accounts = json.readerForListOf(SocialAccount.class);
        this.links = json.readerForListOf(AreaDetails.Link.class);
        this.contact = json.readerForMapOf(String.class);
        this.centre = json.readerFor(AreaDetails.Centre.class);
    }

    /** The area of that code. */
    public Optional<Area> find(AreaCode code) {
        return database.sql("select " + COLUMNS + " from area where code = :code")
                .param("code", code.value())
                .query(this::area)
                .optional();
    }

    /** The neighbourhood that the national police data knows by this id, which means something only inside its force. */
    public Optional<Area> find(AreaCode force, String policeUkId) {
        return database.sql("select " + COLUMNS + """
                         from area
                        where kind = 'neighbourhood' and split_part(code, '/', 1) = :force and police_uk_id = :id
                        """)
                .param("force", force.value())
                .param("id", policeUkId)
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

    /** The areas of one kind that lie within another, by name. */
    public List<Area> all(AreaKind kind, AreaCode within) {
        return database.sql("select " + COLUMNS + """
                         from area
                        where kind = :kind and code like :within || '/%'
                        order by name, code
                        """)
                .param("kind", kind.word())
                .param("within", within.value())
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

    /** The areas above one and itself, from the force down; none of null. */
    public List<Area> down(@Nullable AreaCode to) {
        if (to == null) {
            return List.of();
        }
        return database.sql("select " + COLUMNS + " from area where code in (:codes) order by code")
                .param("codes", to.down().stream().map(AreaCode::value).toList())
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

    /** The ids of the national police data in a force, with the neighbourhoods they belong to. */
    Map<String, AreaCode> policeUkIds(AreaCode force) {
        Map<String, AreaCode> ids = new HashMap<>();
        database.sql("""
                        select police_uk_id, code from area
                        where kind = 'neighbourhood' and split_part(code, '/', 1) = :force
                          and police_uk_id is not null
                        """).param("force", force.value()).query(row -> {
            ids.put(row.getString("police_uk_id"), new AreaCode(row.getString("code")));
        });
        return ids;
    }

    /** Those of the codes that belong to no area. */
    Set<AreaCode> unknown(Collection<AreaCode> codes) {
        return new TreeSet<>(database.sql("""
                        select code from unnest(:codes) as code
                        where not exists (select from area where area.code = code.code)
                        """)
                .param("codes", codes.stream().map(AreaCode::value).toArray(String[]::new))
                .query((row, n) -> new AreaCode(row.getString("code")))
                .list());
    }

    /** The full boundaries of the areas of a kind within another, itself included, by code. */
    public Map<AreaCode, Geometry> boundaries(AreaKind kind, AreaCode within) {
        Map<AreaCode, Geometry> boundaries = new TreeMap<>();
        database.sql("""
                        select code, boundary from area
                        where kind = :kind and boundary is not null and (code = :within or code like :within || '/%')
                        """)
                .param("kind", kind.word())
                .param("within", within.value())
                .withFetchSize(GEOMETRIES_AT_ONCE)
                .query(row -> {
                    boundaries.put(new AreaCode(row.getString("code")), GeoJson.read(row.getString("boundary")));
                });
        return boundaries;
    }

    /** The full boundaries of the neighbourhoods within an area. */
    Map<AreaCode, Geometry> neighbourhoodBoundaries(AreaCode within) {
        Map<AreaCode, Geometry> boundaries = new TreeMap<>();
        database.sql("""
                        select code, boundary from area
                        where kind = 'neighbourhood' and boundary is not null and code like :within || '/%'
                        """).param("within", within.value()).query(row -> {
            boundaries.put(new AreaCode(row.getString("code")), GeoJson.read(row.getString("boundary")));
        });
        return boundaries;
    }

    /**
     * The full boundaries of all neighbourhoods, as what is made of them.
     *
     * @param known what was made before; stays where the area is at the same version still
     */
    <T> Map<AreaCode, Versioned<T>> neighbourhoodBoundaries(
            Map<AreaCode, Versioned<T>> known, Function<Geometry, T> make) {
        return made("boundary", "kind = 'neighbourhood' and boundary is not null", known, make);
    }

    /**
     * The outlines for drawing of all areas that have one, as what is made of them.
     *
     * @param known what was made before; stays where the area is at the same version still
     */
    <T> Map<AreaCode, Versioned<T>> outlines(Map<AreaCode, Versioned<T>> known, Function<Geometry, T> make) {
        return made("outline", "outline is not null", known, make);
    }

    private <T> Map<AreaCode, Versioned<T>> made(
            String column, String condition, Map<AreaCode, Versioned<T>> known, Function<Geometry, T> make) {
        Map<AreaCode, Versioned<T>> made = new TreeMap<>();
        List<String> others = new ArrayList<>();
        database.sql("select code, version from area where " + condition).query(row -> {
            AreaCode code = new AreaCode(row.getString("code"));
            Versioned<T> before = known.get(code);
            if (before != null && before.version() == row.getLong("version")) {
                made.put(code, before);
            } else {
                others.add(code.value());
            }
        });
        if (!others.isEmpty()) {
            // A whole country's are more than should be in memory as text at the same time.
            database.sql("select code, version, " + column + " as geometry from area where code = any(:codes) and "
                            + condition)
                    .param("codes", others.toArray(String[]::new))
                    .withFetchSize(GEOMETRIES_AT_ONCE)
                    .query(row -> {
                        T value = make.apply(GeoJson.read(row.getString("geometry")));
                        made.put(new AreaCode(row.getString("code")), new Versioned<>(row.getLong("version"), value));
                    });
        }
        return made;
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
                        area.policeUkId(),
                        area.details(),
                        null,
                        area.source()))
                .toList();
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
     * Writes what is new or different, as one set. Where there is no boundary or outline, the area keeps what it has.
     *
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
                        d.policeUkId(),
                        d.details().description(),
                        d.details().population(),
                        d.details().centre(),
                        d.details().links(),
                        d.details().otherContact(),
                        geoJson(boundaries.get(d.code())),
                        geoJson(outlines.get(d.code())),
                        d.source()))
                .toList();
        return database.sql("""
                        insert into area as held (code, kind, parent, name, label, email, telephone, web,
                               social_accounts, households, police_uk_id, description, population, centre, links,
                               other_contact, boundary, outline, source, version, changed_at)
                        select code, kind, parent, name, label, email, telephone, web,
                               social_accounts, households, police_uk_id, description, population, centre, links,
                               other_contact, boundary, outline, source, 1, :now
                        from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                               code text, kind text, parent text, name text, label text, email text, telephone text,
                               web text, social_accounts jsonb, households int, police_uk_id text, description text,
                               population int, centre jsonb, links jsonb, other_contact jsonb, boundary jsonb,
                               outline jsonb, source text)
                        order by array_position(array['force','district','neighbourhood'], kind)
                        on conflict (code) do update
                        set name = excluded.name, label = excluded.label, email = excluded.email,
                            telephone = excluded.telephone, web = excluded.web,
                            social_accounts = excluded.social_accounts, households = excluded.households,
                            police_uk_id = excluded.police_uk_id, description = excluded.description,
                            population = excluded.population, centre = excluded.centre, links = excluded.links,
                            other_contact = excluded.other_contact,
                            boundary = coalesce(excluded.boundary, held.boundary),
                            outline = coalesce(excluded.outline, held.outline), source = excluded.source,
                            version = held.version + 1, changed_at = excluded.changed_at
                        where (held.name, held.label, held.email, held.telephone, held.web, held.social_accounts,
                               held.households, held.police_uk_id, held.description, held.population, held.centre,
                               held.links, held.other_contact, held.boundary, held.outline, held.source)
                              is distinct from
                              (excluded.name, excluded.label, excluded.email, excluded.telephone, excluded.web,
                               excluded.social_accounts, excluded.households, excluded.police_uk_id,
                               excluded.description, excluded.population, excluded.centre, excluded.links,
                               excluded.other_contact, coalesce(excluded.boundary, held.boundary),
                               coalesce(excluded.outline, held.outline), excluded.source)
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

    /** Writes how many households neighbourhoods have, as one set; answers those of which that is new. */
    List<AreaCode> count(Map<AreaCode, Integer> households) {
        return database.sql("""
                        update area
                        set households = given.households, version = area.version + 1, changed_at = :now
                        from unnest(:codes, :households) as given (code, households)
                        where area.code = given.code and area.households is distinct from given.households
                        returning area.code
                        """)
                .param(
                        "codes",
                        households.keySet().stream().map(AreaCode::value).toArray(String[]::new))
                .param("households", households.values().toArray(Integer[]::new))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> new AreaCode(row.getString("code")))
                .list();
    }

    /** Keeps others from changing boundaries until the transaction ends: what is drawn depends on several of them. */
    void lockBoundaries() {
        database.sql("select revision from boundary_revision for update")
                .query(Long.class)
                .single();
    }

    /** The area, held against changes by others until the transaction ends. */
    Optional<Area> locked(AreaCode code) {
        return database.sql("select " + COLUMNS + " from area where code = :code for update")
                .param("code", code.value())
                .query(this::area)
                .optional();
    }

    /** Writes what an area says about itself. */
    void write(AreaCode code, AreaEntry entry) {
        database.sql("""
                        update area
                        set social_accounts = cast(:accounts as jsonb), description = :description,
                            version = version + 1, changed_at = :now
                        where code = :code
                        """)
                .param("code", code.value())
                .param("accounts", json.writeValueAsString(entry.accounts()))
                .param("description", entry.description())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
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
        AreaCode code = new AreaCode(row.getString("code"));
        return new Area(
                code,
                AreaKind.of(row.getString("kind")),
                parent == null ? null : new AreaCode(parent),
                row.getString("name"),
                row.getString("label"),
                new Contact(row.getString("email"), row.getString("telephone"), row.getString("web")),
                accounts.readValue(row.getString("social_accounts")),
                row.getObject("households", Integer.class),
                row.getString("police_uk_id"),
                details(row),
                row.getString("source"),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                paths.of(code));
    }

    private AreaDetails details(ResultSet row) throws SQLException {
        String centre = row.getString("centre");
        return new AreaDetails(
                row.getString("description"),
                row.getObject("population", Integer.class),
                centre == null ? null : this.centre.readValue(centre),
                links.readValue(row.getString("links")),
                contact.readValue(row.getString("other_contact")));
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
            @Nullable String police_uk_id,
            @Nullable String description,
            @Nullable Integer population,
            AreaDetails.@Nullable Centre centre,
            List<AreaDetails.Link> links,
            Map<String, String> other_contact,
            @Nullable Object boundary,
            @Nullable Object outline,
            String source) {}
}
