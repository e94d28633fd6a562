package org.bluelamp.feedback.insight;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.insight.Spike.Closing;
import org.bluelamp.feedback.insight.Spike.Outcome;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rose suddenly. */
@Repository
class Spikes {

    private static final String SPIKE = """
            select s.*, coalesce(a.name, s.area_code) as area_name, t.name as theme_name
              from spike s
              join theme t on t.code = s.theme_code
              left join area a on a.code = s.area_code
            """;

    private static final String WITHIN = """
             where exists (select from unnest(string_to_array(:areas, ',')) as own
                            where s.area_code = own or starts_with(s.area_code, own || '/'))
            """;

    private final JdbcClient jdbc;

    Spikes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Spike> find(UUID id) {
        return jdbc.sql(SPIKE + " where s.id = :id")
                .param("id", id)
                .query(Spikes::spike)
                .optional();
    }

    int open(Set<AreaCode> areas) {
        return jdbc.sql("select count(*) from spike s" + WITHIN + " and s.state = 'open'")
                .param("areas", joined(areas))
                .query(Integer.class)
                .single();
    }

    List<Spike> open(Set<AreaCode> areas, int limit) {
        return jdbc.sql(SPIKE + WITHIN + " and s.state = 'open' order by s.found_at desc, s.id limit :limit")
                .param("areas", joined(areas))
                .param("limit", limit)
                .query(Spikes::spike)
                .list();
    }

    List<Spike> closed(Set<AreaCode> areas, Instant since, int limit) {
        return jdbc.sql(SPIKE + WITHIN + """
                         and s.state = 'closed' and s.found_at >= :since
                         order by s.closed_at desc, s.id
                         limit :limit""")
                .param("areas", joined(areas))
                .param("since", since.atOffset(UTC))
                .param("limit", limit)
                .query(Spikes::spike)
                .list();
    }

    /** Whether it was open and is closed now. */
    boolean close(UUID id, StaffMember who, Outcome outcome, String note, Instant now) {
        return jdbc.sql("""
                        update spike
                           set state = 'closed', outcome = :outcome, note = :note, closed_by_id = :staff,
                               closed_by_name = :name, closed_at = :now
                         where id = :id and state = 'open'""")
                        .param("id", id)
                        .param("outcome", outcome.word())
                        .param("note", note)
                        .param("staff", who.id())
                        .param("name", who.name())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /**
     * A theme of an area whose number may stand out.
     *
     * @param week concerns in the last seven days
     * @param before in the eight weeks before
     */
    record Candidate(String area, String theme, int week, int before) {}

    /** Themes with enough concerns in a week, neighbourhoods first, where there are numbers of all weeks. */
    List<Candidate> candidates(LocalDate last, int fewest, int weeks) {
        return jdbc.sql("""
                        select a.code as area, t.code as theme, c.week, c.before
                          from area a
                         cross join theme t
                         cross join lateral (
                               select coalesce(sum(number) filter (where day > :last - 7), 0)::integer as week,
                                      coalesce(sum(number) filter (where day <= :last - 7), 0)::integer as before
                                 from insight_count
                                where area_code = a.code and what = 'theme' and word = t.code
                                  and day > :last - 7 * (:weeks + 1) and day <= :last) as c
                         where a.kind <> 'force' and c.week >= :fewest
                           -- a force that has just begun has no pace yet
                           and exists (select from insight_count
                                        where area_code = split_part(a.code, '/', 1) and what = 'concern' and word = ''
                                          and day <= :last - 7 * (:weeks + 1))
                         order by a.kind = 'district', a.code, t.position""")
                .param("last", last)
                .param("fewest", fewest)
                .param("weeks", weeks)
                .query(Candidate.class)
                .list();
    }

    /**
     * Keeps what was found, unless the theme is on the list, or was since that moment, in the area, around it or in it.
     * Whether it was kept.
     */
    boolean add(Candidate found, LocalDate last, double chance, Instant now, Instant since) {
        return jdbc.sql("""
                        insert into spike (id, area_code, theme_code, found_at, last_day, weeks, chance)
                        select gen_random_uuid(), :area, :theme, :now, :last,
                               array(select coalesce((select sum(number)
                                                        from insight_count
                                                       where area_code = :area and what = 'theme' and word = :theme
                                                         and day > :last - 7 * (n + 1) and day <= :last - 7 * n), 0)::integer
                                       from generate_series(8, 0, -1) as n
                                      order by n desc),
                               :chance
                         where not exists (
                               select from spike s
                                where s.theme_code = :theme and (s.state = 'open' or s.found_at > :since)
                                  and (s.area_code = :area or starts_with(s.area_code, :area || '/')
                                       or starts_with(:area, s.area_code || '/')))""")
                        .param("area", found.area())
                        .param("theme", found.theme())
                        .param("last", last)
                        .param("chance", chance)
                        .param("now", now.atOffset(UTC))
                        .param("since", since.atOffset(UTC))
                        .update()
                == 1;
    }

    private static String joined(Set<AreaCode> areas) {
        return String.join(",", areas.stream().map(AreaCode::value).toList());
    }

    private static Spike spike(ResultSet row, int n) throws SQLException {
        @Nullable String outcome = row.getString("outcome");
        return new Spike(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                row.getString("area_name"),
                row.getString("theme_code"),
                row.getString("theme_name"),
                instant(row, "found_at"),
                Objects.requireNonNull(row.getObject("last_day", LocalDate.class)),
                Arrays.asList((Integer[]) row.getArray("weeks").getArray()),
                row.getDouble("chance"),
                outcome == null
                        ? null
                        : new Closing(
                                Arrays.stream(Outcome.values())
                                        .filter(one -> one.word().equals(outcome))
                                        .findFirst()
                                        .orElseThrow(),
                                row.getString("note"),
                                row.getString("closed_by_name"),
                                instant(row, "closed_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
