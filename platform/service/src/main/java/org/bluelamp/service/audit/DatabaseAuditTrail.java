package org.bluelamp.service.audit;

import java.time.Clock;
import java.time.ZoneOffset;
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
}
