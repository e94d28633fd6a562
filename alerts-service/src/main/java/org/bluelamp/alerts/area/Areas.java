package org.bluelamp.alerts.area;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.area.HomeForce;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The areas one can follow and the names of their teams: a projection of the directory's events. */
@Repository
public class Areas {

    private static final RowMapper<Area> AREA = (row, n) -> new Area(
            new AreaCode(row.getString("code")),
            AreaKind.of(row.getString("kind")),
            row.getString("name"),
            row.getString("district"));

    private static final String SELECT = """
            select area.code, area.kind, area.name, district.name as district
            from area
            left join area district on district.code = area.parent and district.kind = 'district'
            """;

    private final JdbcClient jdbc;
    private final HomeForce home;
    private final ApplicationEventPublisher inside;

    Areas(JdbcClient jdbc, HomeForce home, ApplicationEventPublisher inside) {
        this.jdbc = jdbc;
        this.home = home;
        this.inside = inside;
    }

    /** The area of a code, if the directory told of it. */
    public Optional<Area> find(AreaCode code) {
        return jdbc.sql(SELECT + "where area.code = :code")
                .param("code", code.value())
                .query(AREA)
                .optional();
    }

    /** The force itself, once the directory told of it. */
    public Optional<Area> force() {
        return find(home.code());
    }

    /** The own force's districts by name, each with its neighbourhoods by name. */
    public List<AreaGroup> groups() {
        var all = jdbc.sql(SELECT + "where starts_with(area.code, :home || '/') order by area.name, area.code")
                .param("home", home.code().value())
                .query(AREA)
                .list();
        return all.stream()
                .filter(area -> area.kind() == AreaKind.DISTRICT)
                .map(district -> new AreaGroup(
                        district,
                        all.stream()
                                .filter(area -> area.kind() == AreaKind.NEIGHBOURHOOD
                                        && district.code().covers(area.code()))
                                .toList()))
                .toList();
    }

    /** All areas by code, so that a district stands before its neighbourhoods. */
    public List<Area> all() {
        return jdbc.sql(SELECT + "order by area.code").query(AREA).list();
    }

    /** What the own force's areas are called, for those who write many mails. */
    public AreaNames names() {
        return new AreaNames(jdbc
                .sql(SELECT + "where area.code = :home or starts_with(area.code, :home || '/')")
                .param("home", home.code().value())
                .query(AREA)
                .list()
                .stream()
                .collect(Collectors.toMap(Area::code, Area::fullName)));
    }

    /** The areas of the codes, widest first, then by name; unknown codes are left out. */
    public List<Area> named(Collection<AreaCode> codes) {
        return jdbc.sql(SELECT + """
                where area.code = any (:codes)
                order by array_position(array['force', 'district', 'neighbourhood'], area.kind), area.name
                """)
                .param("codes", codes.stream().map(AreaCode::value).toArray(String[]::new))
                .query(AREA)
                .list();
    }

    /** Where the area's team gets mail, as the directory has it. */
    public Optional<MailAddress> inbox(AreaCode area) {
        return jdbc.sql("select email from team where area = :area and email is not null")
                .param("area", area.value())
                .query(String.class)
                .optional()
                .flatMap(MailAddress::parse);
    }

    /** What a team is called in a mail, for example "Hitchin Urban Neighbourhood Policing Team". */
    public Optional<String> teamName(AreaCode area) {
        return jdbc.sql("""
                select team.name, team.label, district.name as district
                from team
                left join area on area.code = team.area
                left join area district on district.code = area.parent and district.kind = 'district'
                where team.area = :area
                """)
                .param("area", area.value())
                .query((row, n) ->
                        new TeamName(row.getString("name"), row.getString("label"), row.getString("district")).full())
                .optional();
    }

    /**
     * How many households live in the areas together, each counted once; empty when a part of the sum is not known, as
     * it would mislead. The directory counts them by neighbourhood.
     */
    public OptionalLong householdsIn(Collection<AreaCode> codes) {
        var sum = jdbc.sql("""
                select case when count(*) > 0 and count(*) = count(households) then sum(households) end
                from area
                where kind = 'neighbourhood' and exists (
                    select
                    from unnest(:codes) as target (code)
                    where area.code = target.code or starts_with(area.code, target.code || '/'))
                """)
                .param("codes", codes.stream().map(AreaCode::value).toArray(String[]::new))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
        return sum.isPresent() ? OptionalLong.of(sum.get()) : OptionalLong.empty();
    }

    void store(AreaChanged area, Version version) {
        var outline = area.boundary() == null || area.boundary().isNull() ? null : GeoJson.read(area.boundary());
        var box = outline == null ? null : outline.getEnvelopeInternal();
        var newer = jdbc.sql("""
                insert into area
                    (code, kind, name, parent, households, boundary, west, south, east, north, version)
                values
                    (:code, :kind, :name, :parent, :households, cast(:boundary as jsonb),
                     :west, :south, :east, :north, :version)
                on conflict (code) do update
                set kind = excluded.kind, name = excluded.name, parent = excluded.parent,
                    households = excluded.households, boundary = excluded.boundary, west = excluded.west,
                    south = excluded.south, east = excluded.east, north = excluded.north, version = excluded.version
                where area.version <= :replaces
                """)
                .param("code", area.code())
                .param("kind", area.kind())
                .param("name", area.name())
                .param("parent", area.parent())
                .param("households", area.households())
                .param("boundary", outline == null ? null : String.valueOf(area.boundary()))
                .param("west", box == null ? null : box.getMinX(), Types.DOUBLE)
                .param("south", box == null ? null : box.getMinY(), Types.DOUBLE)
                .param("east", box == null ? null : box.getMaxX(), Types.DOUBLE)
                .param("north", box == null ? null : box.getMaxY(), Types.DOUBLE)
                .param("version", version.number())
                .param("replaces", version.replaces())
                .update();
        var code = new AreaCode(area.code());
        if (newer == 1 && outline != null && AreaKind.of(code) == AreaKind.NEIGHBOURHOOD) {
            inside.publishEvent(new BoundaryChanged(code, outline));
        }
    }

    void store(TeamChanged team, Version version) {
        jdbc.sql("""
                insert into team (area, name, label, email, version)
                values (:area, :name, :label, :email, :version)
                on conflict (area) do update
                set name = excluded.name, label = excluded.label, email = excluded.email, version = excluded.version
                where team.version <= :replaces
                """)
                .param("area", team.area())
                .param("name", team.name())
                .param("label", team.label())
                .param("email", team.email())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .update();
    }

    /** A team's name with its label: with the district where the name alone could be anywhere, as "North" could. */
    private record TeamName(
            String name, String label, @Nullable String district) {

        private static final Pattern ANYWHERE = Pattern.compile(
                "(north|south|east|west|centre|central|town centre|rural|urban)", Pattern.CASE_INSENSITIVE);

        String full() {
            var place = district != null && ANYWHERE.matcher(name).matches() ? district + " " + name : name;
            return place.endsWith(label) ? place : place + " " + label;
        }
    }
}
