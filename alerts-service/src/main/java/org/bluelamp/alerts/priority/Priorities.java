package org.bluelamp.alerts.priority;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import org.bluelamp.messaging.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What teams have undertaken to work on: a projection of the feedback service's events. */
@Repository
class Priorities {

    private final JdbcClient jdbc;
    private final Clock clock;

    Priorities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void store(PriorityChanged priority, Version version) {
        jdbc.sql("""
                insert into priority
                    (id, area, issue, action, status, progress, reason, outcome, evidence, withdrawn,
                     changed_at, version)
                values
                    (:id, :area, :issue, :action, :status, :progress, :reason, :outcome, :evidence, :withdrawn,
                     :latest, :version)
                on conflict (id) do update
                set area = excluded.area, issue = excluded.issue, action = excluded.action, status = excluded.status,
                    progress = excluded.progress, reason = excluded.reason, outcome = excluded.outcome,
                    evidence = excluded.evidence, withdrawn = excluded.withdrawn, version = excluded.version,
                    changed_at = case
                        when (priority.issue, priority.action, priority.status, priority.progress, priority.reason,
                              priority.outcome)
                            is distinct from
                             (excluded.issue, excluded.action, excluded.status, excluded.progress, excluded.reason,
                              excluded.outcome)
                        then greatest(excluded.changed_at, priority.changed_at)
                        else priority.changed_at
                        end
                where priority.version <= :replaces
                """)
                .param("id", priority.id())
                .param("area", priority.area())
                .param("issue", priority.issue())
                .param("action", priority.action())
                .param("status", priority.status())
                .param("progress", priority.progress())
                .param("reason", priority.reason())
                .param("outcome", priority.outcome())
                .param("evidence", priority.evidence())
                .param("withdrawn", Boolean.TRUE.equals(priority.withdrawn()))
                .param("latest", priority.latest(clock).atOffset(UTC))
                .param("version", version.number())
                .param("replaces", version.replaces())
                .update();
    }
}
