package org.bluelamp.feedback.cases;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.feedback.notice.Move;
import org.bluelamp.feedback.notice.Notices;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.messaging.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What time says of promises: an answer that is due soon is called to mind, and one that is late goes further up, each
 * once. The row says that it was told and the event is left in one transaction, so of any number of replicas one tells. A
 * sender who asks again has a new promise, of which nothing was told yet.
 */
@Repository
public class PromiseClock {

    /** How many cases one transaction tells of. */
    static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Notices notices;
    private final PromiseSettings settings;
    private final Clock clock;

    PromiseClock(JdbcClient jdbc, Outbox outbox, Notices notices, PromiseSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was told of a promise.
     *
     * @param remindedAt when its team was reminded; null when it was not, or only after it was late
     * @param escalatedAt when its sergeant was told that it is late; null when it was not
     */
    public record Told(
            @Nullable Instant remindedAt, @Nullable Instant escalatedAt) {}

    private record Struck(UUID id, String type, long version, PromiseTold told) {}

    /**
     * Tells of what is due.
     *
     * @return how many cases it told of; {@value #AT_ONCE} or more when there may be further ones
     */
    @Transactional
    public int strike() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Struck> late = strike(
                PromiseTold.ESCALATED, """
                select id
                  from "case"
                 where state in ('received', 'reopened') and set_aside is null
                   and escalated_at is null and due_at <= :now
                 order by due_at
                 limit :limit
                   for update skip locked""", "set escalated_at = :now, reminded_at = coalesce(reminded_at, :now)", now);
        List<Struck> soon = strike(PromiseTold.REMINDED, """
                select id
                  from "case"
                 where state in ('received', 'reopened') and set_aside is null
                   and reminded_at is null and due_at > :now and due_at <= :soon
                 order by due_at
                 limit :limit
                   for update skip locked""", "set reminded_at = :now", now);
        late.forEach(one -> outbox.append(one.told().event(one.type(), one.version())));
        soon.forEach(one -> outbox.append(one.told().event(one.type(), one.version())));
        notices.ofCases(late.stream().map(Struck::id).toList(), Move.LATE, now);
        return Math.max(late.size(), soon.size());
    }

    private List<Struck> strike(String type, String due, String change, Instant now) {
        return jdbc.sql("with due as (" + due + ") update \"case\" held " + change + """
                          from due
                         where held.id = due.id
                        returning held.id, held.reference, held.area_code, held.kind, held.due_at, held.version""")
                .param("now", now.atOffset(UTC))
                .param("soon", now.plus(settings.remindBefore()).atOffset(UTC))
                .param("limit", AT_ONCE)
                .query((row, n) -> new Struck(
                        row.getObject("id", UUID.class),
                        type,
                        row.getLong("version"),
                        new PromiseTold(
                                row.getString("reference"),
                                row.getString("area_code"),
                                row.getString("kind"),
                                Objects.requireNonNull(instant(row, "due_at")))))
                .list();
    }

    /** How many promises are broken at present, anywhere. */
    long late() {
        return jdbc.sql("""
                        select count(*)
                          from "case"
                         where state in ('received', 'reopened') and set_aside is null and due_at <= :now""")
                .param("now", clock.instant().atOffset(UTC))
                .query(Long.class)
                .single();
    }

    /** What was told of the promises that count now about these cases; nothing of those that wait for nothing. */
    Map<Reference, Told> told(Collection<Reference> cases) {
        return jdbc
                .sql("""
                        select reference, reminded_at, escalated_at
                          from "case"
                         where reference = any (:references)
                           and state in ('received', 'reopened')
                           and reminded_at is not null""")
                .param("references", cases.stream().map(Reference::value).toArray(String[]::new))
                .query((row, n) -> {
                    @Nullable Instant reminded = instant(row, "reminded_at");
                    @Nullable Instant escalated = instant(row, "escalated_at");
                    return Map.entry(
                            new Reference(row.getString("reference")),
                            new Told(Objects.equals(reminded, escalated) ? null : reminded, escalated));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
