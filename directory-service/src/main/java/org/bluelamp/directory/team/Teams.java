package org.bluelamp.directory.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The teams as they stand. They change only through {@link TeamRegister}, which announces every change. */
@Repository
public class Teams {

    private static final TypeReference<List<Member>> MEMBERS = new TypeReference<>() {};
    private static final TypeReference<List<Vacancy>> VACANCIES = new TypeReference<>() {};

    private static final String SELECT = """
            select team.*, coalesce((
                select jsonb_agg(jsonb_build_object(
                    'id', id, 'name', name, 'rank', rank, 'rankAsGiven', rank_as_given,
                    'lead', lead, 'namedContact', named_contact, 'cover', cover) order by position)
                from team_member where team_member.area = team.area), '[]') as members
            from team
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    Teams(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The team of a neighbourhood. */
    public Optional<Team> find(AreaCode area) {
        return database.sql(SELECT + "where area = :area")
                .param("area", area.value())
                .query(this::team)
                .optional();
    }

    /** Every team, by area code. */
    public List<Team> all() {
        return database.sql(SELECT + "order by area").query(this::team).list();
    }

    /** Holds the teams against changes by others until the transaction ends. */
    Map<AreaCode, Team> locked(Collection<AreaCode> areas) {
        Map<AreaCode, Team> held = new LinkedHashMap<>();
        if (!areas.isEmpty()) {
            database.sql(SELECT + "where area in (:areas) order by area for update of team")
                    .param("areas", areas.stream().map(AreaCode::value).toList())
                    .query(this::team)
                    .list()
                    .forEach(team -> held.put(team.area(), team));
        }
        return held;
    }

    /** Writes teams with the versions they bear, members and all, as sets. */
    void write(Collection<Team> teams) {
        List<TeamRow> rows = teams.stream()
                .map(t -> new TeamRow(
                        t.area().value(),
                        t.email(),
                        t.telephone(),
                        t.vacancies(),
                        t.source(),
                        t.version(),
                        t.changedAt().toString()))
                .toList();
        List<MemberRow> members = teams.stream().flatMap(Teams::memberRows).toList();
        database.sql("""
                        insert into team (area, email, telephone, vacancies, source, version, changed_at)
                        select * from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                            area text, email text, telephone text, vacancies jsonb, source text, version bigint,
                            changed_at timestamptz)
                        on conflict (area) do update
                        set email = excluded.email, telephone = excluded.telephone, vacancies = excluded.vacancies,
                            source = excluded.source, version = excluded.version, changed_at = excluded.changed_at
                        """).param("rows", json.writeValueAsString(rows)).update();
        database.sql("delete from team_member where area in (:areas)")
                .param("areas", teams.stream().map(t -> t.area().value()).toList())
                .update();
        database.sql("""
                        insert into team_member
                               (id, area, position, name, rank, rank_as_given, lead, named_contact, cover)
                        select * from jsonb_to_recordset(cast(:members as jsonb)) as given(
                            id uuid, area text, position smallint, name text, rank text, rank_as_given text,
                            lead boolean, named_contact boolean, cover text)
                        """).param("members", json.writeValueAsString(members)).update();
    }

    private static Stream<MemberRow> memberRows(Team team) {
        return IntStream.range(0, team.members().size()).mapToObj(i -> {
            Member m = team.members().get(i);
            return new MemberRow(
                    m.id(),
                    team.area().value(),
                    i,
                    m.name(),
                    m.rank().name(),
                    m.rankAsGiven(),
                    m.lead(),
                    m.namedContact(),
                    m.cover());
        });
    }

    private Team team(ResultSet row, int n) throws SQLException {
        return new Team(
                new AreaCode(row.getString("area")),
                row.getString("email"),
                row.getString("telephone"),
                json.readValue(row.getString("members"), MEMBERS),
                json.readValue(row.getString("vacancies"), VACANCIES),
                row.getString("source"),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** One row to write, named as the columns. */
    private record TeamRow(
            String area,
            @Nullable String email,
            @Nullable String telephone,
            List<Vacancy> vacancies,
            String source,
            long version,
            String changed_at) {}

    /** One row to write, named as the columns. */
    private record MemberRow(
            UUID id,
            String area,
            int position,
            String name,
            String rank,
            String rank_as_given,
            boolean lead,
            boolean named_contact,
            @Nullable String cover) {}
}
