package org.bluelamp.directory.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The teams as they stand today: cover that has ended is left out, whether or not it was cleared away yet. They change
 * only through {@link TeamRegister}, which announces every change.
 */
@Repository
public class Teams {

    private static final String SELECT = """
            select team.*,
                   coalesce((
                       select jsonb_agg(to_jsonb(team_member) order by position)
                       from team_member where team_member.area = team.area), '[]') as members,
                   coalesce((
                       select jsonb_agg(to_jsonb(team_vacancy) order by position)
                       from team_vacancy where team_vacancy.area = team.area), '[]') as vacancies
            from team
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectReader members;
    private final ObjectReader vacancies;

    Teams(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.members = json.readerForListOf(MemberRow.class);
        this.vacancies = json.readerForListOf(VacancyRow.class);
    }

    /** The team of a neighbourhood. */
    public Optional<Team> find(AreaCode area) {
        return database.sql(SELECT + "where area = :area")
                .param("area", area.value())
                .query(this::team)
                .optional();
    }

    /** The team that a person is of. */
    public Optional<Team> ofMember(UUID member) {
        return database.sql(SELECT + "where area = (select area from team_member where id = :id)")
                .param("id", member)
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

    /** Areas of teams in which cover has ended that is still kept, those that waited longest first. */
    List<AreaCode> withEndedCover(LocalDate today, int limit) {
        return database.sql("""
                        select area from (
                            select area, cover_until from team_member where cover_until < :today
                            union all
                            select area, cover_until from team_vacancy where cover_until < :today) as ended
                        group by area
                        order by min(cover_until), area
                        limit :limit
                        """)
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> new AreaCode(row.getString("area")))
                .list();
    }

    /** Writes teams with the versions they bear, members and all, as sets. */
    void write(Collection<Team> teams) {
        List<TeamRow> rows = teams.stream()
                .map(t -> new TeamRow(
                        t.area().value(),
                        t.email(),
                        t.telephone(),
                        t.source(),
                        t.version(),
                        t.changedAt().toString(),
                        t.confirmedAt().toString()))
                .toList();
        database.sql("""
                        insert into team (area, email, telephone, source, version, changed_at, confirmed_at)
                        select * from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                            area text, email text, telephone text, source text, version bigint,
                            changed_at timestamptz, confirmed_at timestamptz)
                        on conflict (area) do update
                        set email = excluded.email, telephone = excluded.telephone, source = excluded.source,
                            version = excluded.version, changed_at = excluded.changed_at,
                            confirmed_at = excluded.confirmed_at
                        """).param("rows", json.writeValueAsString(rows)).update();
        writeMembers(teams);
        writeVacancies(teams);
    }

    /** People who stay keep their rows, so that what points to them elsewhere keeps pointing. */
    private void writeMembers(Collection<Team> teams) {
        List<String> areas = teams.stream().map(t -> t.area().value()).toList();
        List<MemberRow> rows = teams.stream().flatMap(MemberRow::of).toList();
        database.sql("delete from team_member where area in (:areas) and id <> all(cast(:stay as uuid[]))")
                .param("areas", areas)
                .param("stay", rows.stream().map(row -> row.id().toString()).toArray(String[]::new))
                .update();
        // Both are unique in a team, row by row: who gives them up does so before somebody else takes them.
        database.sql("update team_member set lead = false, named_contact = false where area in (:areas)")
                .param("areas", areas)
                .update();
        int written =
                database.sql("""
                        insert into team_member as held
                               (id, area, position, name, rank, rank_as_given, lead, named_contact,
                                cover_by, cover_note, cover_until, bio, contact, photo)
                        select * from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                            id uuid, area text, position smallint, name text, rank text, rank_as_given text,
                            lead boolean, named_contact boolean,
                            cover_by uuid, cover_note text, cover_until date, bio text, contact jsonb, photo uuid)
                        on conflict (id) do update
                        set position = excluded.position, name = excluded.name, rank = excluded.rank,
                            rank_as_given = excluded.rank_as_given, lead = excluded.lead,
                            named_contact = excluded.named_contact, cover_by = excluded.cover_by,
                            cover_note = excluded.cover_note, cover_until = excluded.cover_until,
                            bio = excluded.bio, contact = excluded.contact, photo = excluded.photo
                        where held.area = excluded.area
                        """).param("rows", json.writeValueAsString(rows)).update();
        if (written != rows.size()) {
            throw new IllegalArgumentException("One of the people is of another team; a person is of one team");
        }
    }

    private void writeVacancies(Collection<Team> teams) {
        database.sql("delete from team_vacancy where area in (:areas)")
                .param("areas", teams.stream().map(t -> t.area().value()).toList())
                .update();
        database.sql("""
                        insert into team_vacancy (area, position, rank, cover_by, cover_note, cover_until)
                        select * from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                            area text, position smallint, rank text, cover_by uuid, cover_note text, cover_until date)
                        """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                teams.stream().flatMap(VacancyRow::of).toList()))
                .update();
    }

    /** The team without photos that are no longer kept. */
    Team withKnownPhotos(Team team) {
        Set<UUID> kept = database.sql("select id from photo where id = any(cast(:ids as uuid[]))")
                .param(
                        "ids",
                        team.members().stream()
                                .map(Member::photo)
                                .filter(Objects::nonNull)
                                .map(UUID::toString)
                                .toArray(String[]::new))
                .query(UUID.class)
                .set();
        return team.members(team.members().stream()
                .map(member -> member.photo() == null || kept.contains(member.photo()) ? member : member.photo(null))
                .toList());
    }

    /** Notes that the team's staff say that all is right. */
    void confirm(AreaCode area) {
        database.sql("update team set confirmed_at = :now where area = :area")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("area", area.value())
                .update();
    }

    private Team team(ResultSet row, int n) throws SQLException {
        Team kept = new Team(
                new AreaCode(row.getString("area")),
                row.getString("email"),
                row.getString("telephone"),
                members.<List<MemberRow>>readValue(row.getString("members")).stream()
                        .map(MemberRow::member)
                        .toList(),
                vacancies.<List<VacancyRow>>readValue(row.getString("vacancies")).stream()
                        .map(VacancyRow::vacancy)
                        .toList(),
                row.getString("source"),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("confirmed_at", OffsetDateTime.class).toInstant());
        return kept.withoutEndedCover(LocalDate.ofInstant(clock.instant(), LondonTime.ZONE));
    }

    /** One row, named as the columns. */
    private record TeamRow(
            String area,
            @Nullable String email,
            @Nullable String telephone,
            String source,
            long version,
            String changed_at,
            String confirmed_at) {}

    /** One row, named as the columns. */
    private record MemberRow(
            UUID id,
            String area,
            int position,
            String name,
            String rank,
            String rank_as_given,
            boolean lead,
            boolean named_contact,
            @Nullable UUID cover_by,
            @Nullable String cover_note,
            @Nullable LocalDate cover_until,
            @Nullable String bio,
            SortedMap<String, String> contact,
            @Nullable UUID photo) {

        static Stream<MemberRow> of(Team team) {
            return IntStream.range(0, team.members().size()).mapToObj(i -> {
                Member m = team.members().get(i);
                Cover cover = m.cover();
                return new MemberRow(
                        m.id(),
                        team.area().value(),
                        i,
                        m.name(),
                        m.rank().name(),
                        m.rankAsGiven(),
                        m.lead(),
                        m.namedContact(),
                        cover == null ? null : cover.by(),
                        cover == null ? null : cover.note(),
                        cover == null ? null : cover.until(),
                        m.bio(),
                        m.contact(),
                        m.photo());
            });
        }

        Member member() {
            return new Member(
                    id,
                    name,
                    Rank.valueOf(rank),
                    rank_as_given,
                    lead,
                    named_contact,
                    cover(cover_by, cover_note, cover_until),
                    bio,
                    contact,
                    photo);
        }
    }

    /** One row, named as the columns. */
    private record VacancyRow(
            String area,
            int position,
            String rank,
            @Nullable UUID cover_by,
            @Nullable String cover_note,
            @Nullable LocalDate cover_until) {

        static Stream<VacancyRow> of(Team team) {
            return IntStream.range(0, team.vacancies().size()).mapToObj(i -> {
                Vacancy post = team.vacancies().get(i);
                Cover cover = post.cover();
                return new VacancyRow(
                        team.area().value(),
                        i,
                        post.rank().name(),
                        cover == null ? null : cover.by(),
                        cover == null ? null : cover.note(),
                        cover == null ? null : cover.until());
            });
        }

        Vacancy vacancy() {
            return new Vacancy(Rank.valueOf(rank), cover(cover_by, cover_note, cover_until));
        }
    }

    private static @Nullable Cover cover(@Nullable UUID by, @Nullable String note, @Nullable LocalDate until) {
        return by == null && note == null ? null : new Cover(by, note, until);
    }
}
