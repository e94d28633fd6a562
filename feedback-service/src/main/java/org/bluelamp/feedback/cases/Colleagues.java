package org.bluelamp.feedback.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works with cases, known from their visits, and who covers for whom. Nothing tells us which account is whose in the
 * directory, so a colleague can be chosen once they have opened the list of cases.
 */
@Repository
public class Colleagues {

    /** How long after their last visit somebody is offered: who has not come for so long works elsewhere. */
    private static final int KNOWN_DAYS = 90;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Colleagues(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Remembers that somebody came, once a day or when their name or areas changed. */
    public void seen(StaffMember staff) {
        jdbc.sql("""
                        insert into colleague (staff_id, name, areas, seen_on)
                        values (:id, :name, :areas, :today)
                        on conflict (staff_id) do update
                           set name = excluded.name, areas = excluded.areas, seen_on = excluded.seen_on
                         where (colleague.name, colleague.areas, colleague.seen_on)
                               is distinct from (excluded.name, excluded.areas, excluded.seen_on)""")
                .param("id", staff.id())
                .param("name", staff.name())
                .param("areas", words(staff))
                .param("today", today())
                .update();
    }

    /** Who may be given a case of that area, by name. */
    public List<Holder> of(AreaCode area) {
        return jdbc.sql("""
                        select staff_id, name
                          from colleague
                         where seen_on >= :since
                           and exists (select from unnest(areas) as own
                                        where own = :area or starts_with(:area, own || '/'))
                         order by name, staff_id
                         limit 200""")
                .param("since", today().minusDays(KNOWN_DAYS))
                .param("area", area.value())
                .query((row, n) -> new Holder(row.getString("staff_id"), row.getString("name")))
                .list();
    }

    /** Who can cover for the person, because one of their areas is around one of the person's or inside it; by name. */
    public List<Holder> besides(StaffMember staff) {
        return jdbc.sql("""
                        select staff_id, name
                          from colleague c
                         where staff_id <> :id and seen_on >= :since
                           and exists (select from unnest(c.areas) as theirs, unnest(:areas::text[]) as own
                                        where theirs = own
                                           or starts_with(own, theirs || '/')
                                           or starts_with(theirs, own || '/'))
                         order by name, staff_id
                         limit 200""")
                .param("id", staff.id())
                .param("since", today().minusDays(KNOWN_DAYS))
                .param("areas", words(staff))
                .query((row, n) -> new Holder(row.getString("staff_id"), row.getString("name")))
                .list();
    }

    /**
     * That somebody is away.
     *
     * @param who the person who is away
     * @param until the last day
     * @param cover who sees to their cases meanwhile
     */
    public record Absence(Holder who, LocalDate until, Holder cover) {}

    private static final String ABSENCE = """
            select a.staff_id, w.name, a.until_day, a.cover_id, c.name as cover_name
              from absence a
              join colleague w on w.staff_id = a.staff_id
              join colleague c on c.staff_id = a.cover_id
             where a.until_day >= :today
            """;

    /** Whether and until when somebody is away; empty when they are not. */
    public Optional<Absence> absence(String staffId) {
        return jdbc.sql(ABSENCE + " and a.staff_id = :id")
                .param("today", today())
                .param("id", staffId)
                .query((row, n) -> absence(row))
                .optional();
    }

    /** For whom somebody covers now. */
    public List<Absence> coveredBy(String staffId) {
        return jdbc.sql(ABSENCE + " and a.cover_id = :id order by w.name")
                .param("today", today())
                .param("id", staffId)
                .query((row, n) -> absence(row))
                .list();
    }

    /** Says that the person is away until that day, and who covers. */
    @Transactional
    public void away(StaffMember staff, LocalDate until, Holder cover) {
        seen(staff);
        jdbc.sql("""
                        insert into absence (staff_id, until_day, cover_id)
                        values (:id, :until, :cover)
                        on conflict (staff_id) do update
                           set until_day = excluded.until_day, cover_id = excluded.cover_id""")
                .param("id", staff.id())
                .param("until", until)
                .param("cover", cover.id())
                .update();
        audit.record(staff, "cover.set", staff.id(), cover.name() + " until " + until);
    }

    /** Says that the person is back. */
    @Transactional
    public void back(StaffMember staff) {
        int ended = jdbc.sql("delete from absence where staff_id = :id")
                .param("id", staff.id())
                .update();
        if (ended == 1) {
            audit.record(staff, "cover.ended", staff.id(), "");
        }
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                new Holder(row.getString("staff_id"), row.getString("name")),
                Objects.requireNonNull(row.getObject("until_day", LocalDate.class)),
                new Holder(row.getString("cover_id"), row.getString("cover_name")));
    }

    private static String[] words(StaffMember staff) {
        return staff.areas().stream().map(AreaCode::value).sorted().toArray(String[]::new);
    }

    private LocalDate today() {
        return LondonTime.date(clock.instant());
    }
}
