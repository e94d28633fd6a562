package org.bluelamp.feedback.cases;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Canned answers: of a team, a district or the force. Sergeants and administrators write those of areas that lie in
 * theirs; everybody who answers in an area reads those of the areas around it.
 */
@Repository
public class CannedAnswers {

    /** How many an area has at most, so that one can find one. */
    public static final int MOST = 50;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    CannedAnswers(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that fit a case of a neighbourhood: its team's first, then its district's, then the force's, by title. */
    public List<CannedAnswer> fitting(AreaCode area) {
        return jdbc.sql("""
                        select id, area_code, title, text, version
                          from canned_answer
                         where retired_at is null
                           and (area_code = :area or starts_with(:area, area_code || '/'))
                         order by length(area_code) desc, title""")
                .param("area", area.value())
                .query(CannedAnswers::read)
                .list();
    }

    /** Those of the person's areas and of the areas around them, by area and title. */
    public List<CannedAnswer> of(Set<AreaCode> areas) {
        return jdbc.sql("""
                        select id, area_code, title, text, version
                          from canned_answer a
                         where retired_at is null
                           and exists (select from unnest(string_to_array(:areas, ',')) as own
                                        where own = a.area_code
                                           or starts_with(own, a.area_code || '/')
                                           or starts_with(a.area_code, own || '/'))
                         order by area_code, title""")
                .param("areas", areas.stream().map(AreaCode::value).collect(Collectors.joining(",")))
                .query(CannedAnswers::read)
                .list();
    }

    /** One that is still in use. */
    public Optional<CannedAnswer> find(UUID id) {
        return jdbc.sql("""
                        select id, area_code, title, text, version
                          from canned_answer
                         where id = :id and retired_at is null""").param("id", id).query(CannedAnswers::read).optional();
    }

    /** Whether the person writes those of that area. */
    public static boolean mayWrite(StaffMember staff, AreaCode area) {
        return TeamRights.mayLead(staff, area);
    }

    /**
     * Keeps a new or a changed one; whether it was kept. It is not when somebody changed it since, or when the area has
     * {@value #MOST}.
     *
     * @param answer with the version that it was read at; 0 for a new one
     * @throws AccessDeniedException when the person may not
     */
    @Transactional
    public boolean save(StaffMember staff, CannedAnswer answer) {
        TeamRights.requireLead(staff, answer.area());
        if (answer.version() == 0) {
            oneWriter(answer.area());
        }
        int rows = jdbc.sql(answer.version() == 0 ? """
                        insert into canned_answer (id, area_code, title, text, version,
                                                   changed_by_id, changed_by_name, changed_at)
                        select :id, :area, :title, :text, 1 + :version, :byId, :byName, :at
                         where (select count(*) from canned_answer
                                 where area_code = :area and retired_at is null) < :most
                        on conflict (id) do nothing""" : """
                        update canned_answer
                           set title = :title, text = :text, version = version + 1, changed_by_id = :byId,
                               changed_by_name = :byName, changed_at = :at
                         where id = :id and area_code = :area and version = :version and retired_at is null""")
                .param("id", answer.id())
                .param("area", answer.area().value())
                .param("title", answer.title())
                .param("text", answer.text())
                .param("version", answer.version())
                .param("most", MOST)
                .param("byId", staff.id())
                .param("byName", staff.name())
                .param("at", clock.instant().atOffset(UTC))
                .update();
        if (rows == 0) {
            return answer.version() == 0 && find(answer.id()).isPresent();
        }
        audit.record(staff, "canned-answer.saved", answer.id().toString(), answer.title());
        return true;
    }

    /** Has whoever writes a new one for an area wait for each other, so that two at once do not both see room for one. */
    private void oneWriter(AreaCode area) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('canned answer ' || :area, 0))")
                .param("area", area.value())
                .query((row, n) -> "")
                .list();
    }

    /** Takes one out of use. */
    @Transactional
    public void retire(StaffMember staff, CannedAnswer answer) {
        TeamRights.requireLead(staff, answer.area());
        int rows = jdbc.sql("update canned_answer set retired_at = :at where id = :id and retired_at is null")
                .param("at", clock.instant().atOffset(UTC))
                .param("id", answer.id())
                .update();
        if (rows == 1) {
            audit.record(staff, "canned-answer.retired", answer.id().toString(), answer.title());
        }
    }

    private static CannedAnswer read(ResultSet row, int n) throws SQLException {
        return new CannedAnswer(
                row.getObject("id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getString("title"),
                row.getString("text"),
                row.getLong("version"));
    }
}
