package org.bluelamp.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What tools are still to be told, and what became of it. A tool is in the hands of one replica at a time, by a lease on
 * its row; a call is made until it is taken or given up.
 */
class Calls implements Expiring {

    /** Long enough for one round with a tool that is slow each time. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** How long an old secret signs beside the new one. */
    static final Duration BOTH_SECRETS = Duration.ofDays(1);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 10;

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SealedSecrets vault;
    private final WebhookSubject subject;
    private final WebhookSettings settings;
    private final Clock clock;

    Calls(
            JdbcClient jdbc,
            JsonMapper json,
            SealedSecrets vault,
            WebhookSubject subject,
            WebhookSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
        this.subject = subject;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A tool in hand.
     *
     * @param secrets the new one first
     * @param until when the lease ends
     */
    record Leased(UUID target, String url, List<Secret> secrets, Instant until) {}

    /** A call to be made. */
    record Due(UUID id, String body, int attempts, Instant giveUpAt) {}

    /** Whether one of the forces has a tool at all. */
    boolean anybodyListens(Set<AreaCode> forces) {
        return jdbc.sql("select exists (select from webhook_target where force = any (:forces))")
                .param("forces", codes(forces))
                .query(Boolean.class)
                .single();
    }

    /** Tells every tool of the forces, in place of what it was still to be told of the thing. */
    void add(Set<AreaCode> forces, Telling.Told told) {
        // What is taken back takes the words with it, also where they were told already.
        jdbc.sql("""
                        update webhook_call set body = null, state = case state when 'waiting' then 'overtaken' else state end
                        where thing_id = :thing and (state = 'waiting' or :gone)
                        """)
                .param("thing", told.thing())
                .param("gone", told.takenBack())
                .update();
        jdbc.sql("""
                        insert into webhook_call (id, target_id, type, thing_id, version, body, state,
                                                  made_at, next_at, give_up_at)
                        select gen_random_uuid(), id, :type, :thing, :version, :body, 'waiting', :now, :now, :giveUpAt
                        from webhook_target where force = any (:forces)
                        on conflict (target_id, thing_id, version) do nothing
                        """)
                .param("type", told.type())
                .param("thing", told.thing())
                .param("version", told.version())
                .param("body", json.writeValueAsString(Message.of(told)))
                .param("now", now())
                .param("giveUpAt", Timestamp.from(clock.instant().plus(settings.giveUpAfter())))
                .param("forces", codes(forces))
                .update();
    }

    /** Tells one tool that this is a test. */
    void test(UUID target) {
        jdbc.sql("""
                        insert into webhook_call (id, target_id, type, body, state, made_at, next_at, give_up_at)
                        values (:id, :target, :type, :body, 'waiting', :now, :now, :giveUpAt)
                        """)
                .param("id", UUID.randomUUID())
                .param("target", target)
                .param("type", Message.TEST)
                .param("body", json.writeValueAsString(Message.test(clock.instant(), subject.test())))
                .param("now", now())
                .param("giveUpAt", Timestamp.from(clock.instant().plus(settings.giveUpAfter())))
                .update();
    }

    /**
     * Has a call made once more, or the latest about the same thing, so that no tool goes back to what was said before; one
     * whose words are gone stays as it is.
     */
    void again(UUID target, UUID call) {
        jdbc.sql("""
                        update webhook_call
                        set state = 'waiting', attempts = 0, next_at = :now, give_up_at = :giveUpAt
                        where body is not null and id = (
                            select latest.id
                            from webhook_call asked
                            join webhook_call latest
                              on latest.target_id = asked.target_id
                             and (latest.id = asked.id or latest.thing_id = asked.thing_id)
                            where asked.id = :call and asked.target_id = :target
                            order by latest.version desc
                            limit 1)
                        """)
                .param("now", now())
                .param("giveUpAt", Timestamp.from(clock.instant().plus(settings.giveUpAfter())))
                .param("call", call)
                .param("target", target)
                .update();
    }

    /** Takes the tools into hand for which something is due and that nobody has in hand. */
    @Transactional
    public List<Leased> lease() {
        Instant until = clock.instant().plus(LEASE);
        return jdbc
                .sql("""
                        update webhook_target set busy_until = :until
                        where id in (
                            select t.id from webhook_target t
                            where t.busy_until <= :now and not t.paused and exists (
                                select from webhook_call c
                                where c.target_id = t.id and c.state = 'waiting' and c.next_at <= :now)
                            for update skip locked)
                        returning id, url, secret,
                                  case when secret_changed > :bothSince then secret_before end as secret_before
                        """)
                .param("until", Timestamp.from(until))
                .param("now", now())
                .param("bothSince", Timestamp.from(clock.instant().minus(BOTH_SECRETS)))
                .query((row, n) -> leased(row, until))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is due for a tool in hand, the oldest first. */
    List<Due> due(UUID target) {
        return jdbc.sql("""
                        select id, body, attempts, give_up_at from webhook_call
                        where target_id = :target and state = 'waiting' and next_at <= :now
                        order by next_at, made_at, id limit :most
                        """)
                .param("target", target)
                .param("now", now())
                .param("most", AT_ONCE)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getTimestamp("give_up_at").toInstant()))
                .list();
    }

    /** Whether a call is still to be made: something newer may have come while another one was made. */
    boolean isStillDue(UUID call) {
        return jdbc.sql("select exists (select from webhook_call where id = :call and state = 'waiting')")
                .param("call", call)
                .query(Boolean.class)
                .single();
    }

    void sent(Leased tool, UUID call, String answer) {
        outcome(tool, call, CallState.SENT, answer, clock.instant());
    }

    void later(Leased tool, UUID call, String answer, Duration pause) {
        outcome(tool, call, CallState.WAITING, answer, clock.instant().plus(pause));
    }

    void givenUp(Leased tool, UUID call, String answer) {
        outcome(tool, call, CallState.GIVEN_UP, answer, clock.instant());
    }

    /** What was overtaken while it was made stays so; where another replica holds the tool by now, its outcome counts. */
    private void outcome(Leased tool, UUID call, CallState state, String answer, Instant next) {
        jdbc.sql("""
                        update webhook_call
                        set state = case state when 'waiting' then :state else state end,
                            attempts = attempts + 1, last_at = :now, last_answer = :answer, next_at = :next
                        where id = :call
                          and exists (select from webhook_target where id = :target and busy_until = :until)
                        """)
                .param("target", tool.target())
                .param("until", Timestamp.from(tool.until()))
                .param("state", state.code())
                .param("now", now())
                .param("answer", answer)
                .param("next", Timestamp.from(next))
                .param("call", call)
                .update();
    }

    /** Lets a tool go, for the next round; not where the lease has lapsed and another replica holds it. */
    void release(Leased tool) {
        jdbc.sql("update webhook_target set busy_until = '-infinity' where id = :target and busy_until = :until")
                .param("target", tool.target())
                .param("until", Timestamp.from(tool.until()))
                .update();
    }

    /** Has the calls of a tool wait until somebody looks after it. */
    void pause(Leased tool) {
        jdbc.sql("update webhook_target set paused = true where id = :target and busy_until = :until")
                .param("target", tool.target())
                .param("until", Timestamp.from(tool.until()))
                .update();
    }

    /** What a tool was and is to be told, the newest first. */
    List<Call> of(UUID target, int most) {
        List<Call> untitled = jdbc.sql("""
                        select * from webhook_call
                        where target_id = :target order by made_at desc, id limit :most
                        """)
                .param("target", target)
                .param("most", most)
                .query(Calls::read)
                .list();
        Map<UUID, String> titles = subject.titles()
                .of(untitled.stream().map(Call::thing).filter(Objects::nonNull).collect(Collectors.toSet()));
        return untitled.stream().map(call -> call.titled(titles)).toList();
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                        delete from webhook_call where id in (
                            select id from webhook_call
                            where made_at < :before and state <> 'waiting'
                            order by made_at limit :limit for update skip locked)
                        """)
                .param("before", Timestamp.from(now.minus(KEPT)))
                .param("limit", limit)
                .update();
    }

    /** Empty where the tool's secret cannot be opened: it stays in hand for a while, and holds up no other. */
    private Optional<Leased> leased(ResultSet row, Instant until) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String url = row.getString("url");
        byte @Nullable [] before = row.getBytes("secret_before");
        Optional<Secret> secret = vault.open(id, row.getBytes("secret"));
        if (secret.isEmpty()) {
            log.error("The secret of tool {} cannot be opened with WEBHOOK_KEYS; it needs a new one", id);
        }
        return secret.map(now -> new Leased(
                id,
                url,
                Stream.concat(Stream.of(now), before == null ? Stream.empty() : vault.open(id, before).stream())
                        .toList(),
                until));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String[] codes(Set<AreaCode> forces) {
        return forces.stream().map(AreaCode::value).toArray(String[]::new);
    }

    private static Call read(ResultSet row, int n) throws SQLException {
        return new Call(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("thing_id", UUID.class),
                null,
                CallState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("next_at").toInstant(),
                instant(row.getTimestamp("last_at")),
                row.getString("last_answer"),
                row.getString("body") != null);
    }

    static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
