package org.bluelamp.service.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.bluelamp.service.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the trail in table {@code audit.deed}. The table's own rules forbid changing or removing a row. */
class DatabaseAuditTrail implements AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    DatabaseAuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(StaffMember who, String action, String subject, String reason) {
        jdbc.sql("""
                insert into audit.deed (done_at, staff_id, staff_name, action, subject, reason)
                values (:doneAt, :staffId, :staffName, :action, :subject, :reason)
                """)
                .param("doneAt", clock.instant().atOffset(ZoneOffset.UTC))
                .param("staffId", who.id())
                .param("staffName", who.name())
                .param("action", action)
                .param("subject", subject)
                .param("reason", reason)
                .update();
    }

    @Override
    public List<Deed> of(String subject, int most) {
        return jdbc.sql("""
                select done_at, staff_name, action, reason from audit.deed
                where subject = :subject order by done_at desc, id desc limit :most
                """)
                .param("subject", subject)
                .param("most", most)
                .query((row, n) -> new Deed(
                        row.getTimestamp("done_at").toInstant(),
                        row.getString("staff_name"),
                        row.getString("action"),
                        row.getString("reason")))
                .list();
    }
}
