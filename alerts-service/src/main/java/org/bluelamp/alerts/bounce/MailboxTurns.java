package org.bluelamp.alerts.bounce;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which replica reads the mailbox of bounces at present; one that dies keeps its turn until its lease is over. */
@Repository
class MailboxTurns {

    private final JdbcClient jdbc;

    MailboxTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the turn for so long; false when another has it. */
    boolean take(UUID replica, Duration lease) {
        return jdbc.sql("""
                update mailbox_turn
                set taken_by = :replica, until = now() + :lease * interval '1 millisecond'
                where until < now() or taken_by = :replica
                """)
                        .param("replica", replica)
                        .param("lease", lease.toMillis())
                        .update()
                == 1;
    }

    void giveBack(UUID replica) {
        jdbc.sql("update mailbox_turn set until = '-infinity' where taken_by = :replica")
                .param("replica", replica)
                .update();
    }
}
