package org.bluelamp.messaging.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ids of events already handled: {@code messaging.inbox}. */
final class Inbox {

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes the event in the current transaction. A second consumer of the same event waits here until the first has
     * ended its transaction.
     *
     * @return false when it was handled before
     */
    boolean add(String eventId, String type, Instant now) {
        return jdbc.sql("""
                insert into messaging.inbox (event_id, type, handled_at)
                values (?, ?, ?)
                on conflict do nothing
                """)
                        .param(eventId)
                        .param(type)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int deleteHandledBefore(Instant end, int limit) {
        return jdbc.sql("""
                delete from messaging.inbox
                where event_id in (
                    select event_id
                    from messaging.inbox
                    where handled_at < ?
                    limit ?
                    for update skip locked
                )
                """).param(end.atOffset(ZoneOffset.UTC)).param(limit).update();
    }
}
