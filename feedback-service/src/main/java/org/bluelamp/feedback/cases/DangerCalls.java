package org.bluelamp.feedback.cases;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.messaging.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says that a case speaks of danger and is with nobody, so that its team is called: ADR 273. */
@Repository
public class DangerCalls {

    /**
     * Cases, as {@code c}, that speak of danger and that nobody has taken, answered or written about since they do, in SQL.
     */
    public static final String WITH_NOBODY = """
            (c.urgent and c.state in ('received', 'reopened') and c.holder_id is null
              and not exists (select from case_entry e
                               where e.case_id = c.id and e.author_id is not null
                                 and (c.urgent_since is null or e.written_at > c.urgent_since)))""";

    private final JdbcClient jdbc;
    private final Outbox outbox;

    DangerCalls(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Leaves the event beside what made the case urgent, in its transaction; none when somebody has it in hand. */
    void tell(Reference reference) {
        jdbc.sql("""
                        select reference, area_code, kind, coalesce(urgent_since, asked_at) as since, version
                          from "case"
                         where reference = :reference and urgent and state in ('received', 'reopened')
                           and holder_id is null""")
                .param("reference", reference.value())
                .query((row, n) -> new CaseUrgent(
                                row.getString("reference"),
                                row.getString("area_code"),
                                row.getString("kind"),
                                Objects.requireNonNull(row.getObject("since", OffsetDateTime.class))
                                        .toInstant())
                        .event(row.getLong("version")))
                .optional()
                .ifPresent(outbox::append);
    }
}
