package org.bluelamp.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tools that a force has told of a service's things, and what administrators do with them. Every deed throws
 * {@link org.springframework.security.access.AccessDeniedException} when the person is not an administrator of the whole
 * force, and {@link NoSuchTargetException} when the force has no such tool.
 */
public class Webhooks {

    /** The most tools of a force; each is called for everything. */
    public static final int MOST = 10;

    private static final String SELECT = """
            select t.id, t.url, t.paused, t.added_at, t.added_by_name,
                   (select count(*) from webhook_call c where c.target_id = t.id and c.state = 'waiting') as waiting,
                   coalesce((select c.state <> 'sent' from webhook_call c
                             where c.target_id = t.id and c.last_at is not null
                             order by c.last_at desc limit 1), false) as failing
            from webhook_target t
            """;

    private final JdbcClient jdbc;
    private final SealedSecrets vault;
    private final Calls calls;
    private final AuditTrail audit;
    private final WebhookSettings settings;
    private final Clock clock;
    private final String service;

    Webhooks(
            JdbcClient jdbc,
            SealedSecrets vault,
            Calls calls,
            AuditTrail audit,
            WebhookSettings settings,
            Clock clock,
            String service) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.calls = calls;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Has a tool told from now on.
     *
     * @param id of the caller's choice, so that a form that is sent twice adds one tool
     * @param typed its address, as it was typed
     * @return the secret, which is told only now; empty when the tool is there already
     * @throws BadTargetException when it cannot be called there, or the force has as many tools as it may
     */
    @Transactional
    public Optional<Secret> add(StaffMember who, AreaCode force, UUID id, String typed) {
        who.require(Role.ADMINISTRATOR, force);
        String url = TargetUrl.read(typed, settings.privateTargets(), service).toString();
        if (of(who, force).size() >= MOST) {
            throw new BadTargetException(
                    "There are " + MOST + " tools already. Remove one that is not needed any more");
        }
        Secret secret = Secret.fresh();
        int added = jdbc.sql("""
                        insert into webhook_target (id, force, url, secret, secret_changed, added_at, added_by_name)
                        values (:id, :force, :url, :secret, :now, :now, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("force", force.value())
                .param("url", url)
                .param("secret", vault.seal(id, secret))
                .param("now", now())
                .param("by", who.name())
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        audit.record(who, "webhook.added", id.toString(), url);
        return Optional.of(secret);
    }

    /** The tools of a force, the oldest first. */
    public List<Target> of(StaffMember who, AreaCode force) {
        who.require(Role.ADMINISTRATOR, force);
        return jdbc.sql(SELECT + "where t.force = :force order by t.added_at, t.id")
                .param("force", force.value())
                .query(Webhooks::read)
                .list();
    }

    /** One tool. */
    public Target open(StaffMember who, AreaCode force, UUID id) {
        who.require(Role.ADMINISTRATOR, force);
        return jdbc.sql(SELECT + "where t.id = :id and t.force = :force")
                .param("id", id)
                .param("force", force.value())
                .query(Webhooks::read)
                .optional()
                .orElseThrow(() -> new NoSuchTargetException(id));
    }

    /** What a tool was told lately and is still to be told, the newest first. */
    public List<Call> calls(StaffMember who, AreaCode force, UUID id, int most) {
        open(who, force, id);
        return calls.of(id, most);
    }

    /** Gives a tool a new secret; the old one signs too for a day, while the tool is told the new one. */
    @Transactional
    public Secret renew(StaffMember who, AreaCode force, UUID id) {
        open(who, force, id);
        Secret secret = Secret.fresh();
        jdbc.sql("""
                        update webhook_target
                        set secret_before = case
                                when secret_before is not null and secret_changed > :bothSince then secret_before
                                else secret
                            end,
                            secret = :secret, secret_changed = :now
                        where id = :id
                        """)
                .param("bothSince", Timestamp.from(clock.instant().minus(Calls.BOTH_SECRETS)))
                .param("secret", vault.seal(id, secret))
                .param("now", now())
                .param("id", id)
                .update();
        audit.record(who, "webhook.secret-renewed", id.toString(), "");
        return secret;
    }

    /** Has calls wait, or lets them go on. */
    @Transactional
    public void pause(StaffMember who, AreaCode force, UUID id, boolean paused) {
        open(who, force, id);
        jdbc.sql("update webhook_target set paused = :paused where id = :id")
                .param("paused", paused)
                .param("id", id)
                .update();
        audit.record(who, paused ? "webhook.paused" : "webhook.resumed", id.toString(), "");
    }

    /** Tells a tool no more, and forgets what it was told. */
    @Transactional
    public void remove(StaffMember who, AreaCode force, UUID id) {
        Target target = open(who, force, id);
        jdbc.sql("delete from webhook_target where id = :id").param("id", id).update();
        audit.record(who, "webhook.removed", id.toString(), target.url());
    }

    /** Calls a tool with a message that tells of nothing. */
    @Transactional
    public void test(StaffMember who, AreaCode force, UUID id) {
        open(who, force, id);
        calls.test(id);
        audit.record(who, "webhook.tested", id.toString(), "");
    }

    /** Makes a call once more, at once, as often as it takes. */
    @Transactional
    public void sendAgain(StaffMember who, AreaCode force, UUID id, UUID call) {
        open(who, force, id);
        calls.again(id, call);
        audit.record(who, "webhook.sent-again", id.toString(), call.toString());
    }

    /** How many tools of the forces did not take the last call. */
    public long failing(StaffMember who, AreaCode force) {
        return of(who, force).stream().filter(Target::failing).count();
    }

    /** What each tool was told last of a thing; for whoever may edit that, which the caller sees to. */
    public List<Heard> heardOf(UUID thing) {
        return jdbc.sql("""
                        select distinct on (t.added_at, t.id) t.url, c.state, c.last_at, c.last_answer
                        from webhook_call c join webhook_target t on t.id = c.target_id
                        where c.thing_id = :thing
                        order by t.added_at, t.id, c.version desc
                        """)
                .param("thing", thing)
                .query((row, n) -> new Heard(
                        URI.create(row.getString("url")).getHost(),
                        CallState.of(row.getString("state")),
                        Calls.instant(row.getTimestamp("last_at")),
                        row.getString("last_answer")))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Target read(ResultSet row, int n) throws SQLException {
        return new Target(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getBoolean("paused"),
                row.getLong("waiting"),
                row.getBoolean("failing"),
                row.getTimestamp("added_at").toInstant(),
                row.getString("added_by_name"));
    }
}
