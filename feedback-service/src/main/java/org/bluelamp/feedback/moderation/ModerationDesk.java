package org.bluelamp.feedback.moderation;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.council.CouncilReports;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where officers and sergeants decide what of their areas' concerns everybody may read. Nothing is shown before a person
 * has decided and the rules allow it; each decision is in the audit trail, which never holds the words.
 */
@Repository
public class ModerationDesk {

    /** How many concerns a page of the queue holds. */
    public static final int PAGE = 20;

    private static final String OWN = """
             where c.set_aside is null
               and not\s""" + CouncilReports.ALL_THE_COUNCILS + """
               and c.area_code = any (""" + Areas.IN_AREAS + """
            )
               and coalesce(m.state, 'waiting') = :state
            """;

    private final JdbcClient jdbc;
    private final PublicRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    ModerationDesk(JdbcClient jdbc, PublicRules rules, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A concern in the queue.
     *
     * @param reference how to speak of it
     * @param areaName the neighbourhood's name
     * @param beginning the beginning of the text on one line
     * @param receivedAt when it arrived
     */
    public record Queued(Reference reference, String areaName, String beginning, Instant receivedAt) {}

    /**
     * Part of the queue.
     *
     * @param concerns at most {@value #PAGE}, the oldest first
     * @param number the page's number, from 1
     * @param total how many there are in all
     */
    public record Queue(List<Queued> concerns, int number, int total) {

        /** How many pages there are, at least one. */
        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** A page of the concerns of the person's areas that stand so: {@code waiting}, {@code public} or {@code kept-back}. */
    public Queue queue(StaffMember staff, String state, int number) {
        String areas = staff.areas().stream().map(AreaCode::value).collect(Collectors.joining(","));
        int total = jdbc.sql("select count(*) from concern c left join moderation m on m.concern_id = c.id " + OWN)
                .param("areas", areas)
                .param("state", state)
                .query(Integer.class)
                .single();
        int page = Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        List<Queued> concerns = jdbc.sql("""
                        select c.reference, coalesce(a.name, c.area_code) as area_name, c.text, c.received_at
                          from concern c
                          left join moderation m on m.concern_id = c.id
                          left join area a on a.code = c.area_code
                        """ + OWN + " order by c.received_at, c.id limit :limit offset :offset")
                .param("areas", areas)
                .param("state", state)
                .param("limit", PAGE)
                .param("offset", (page - 1) * PAGE)
                .query((row, n) -> new Queued(
                        new Reference(row.getString("reference")),
                        row.getString("area_name"),
                        Typed.beginning(row.getString("text"), 140),
                        instant(row, "received_at")))
                .list();
        return new Queue(concerns, page, total);
    }

    /**
     * What a person decided.
     *
     * @param publicText the words that everybody may read; null when it is kept back
     * @param reason why it is kept back; null when it is shown
     * @param note for colleagues; may be empty
     * @param by the person's name
     * @param at when
     * @param version rises by one with every decision
     */
    public record Decision(
            @Nullable String publicText, @Nullable KeptBack reason, String note, String by, Instant at, long version) {}

    /** What was decided about a concern; empty when nobody has. */
    public Optional<Decision> decision(Concern concern) {
        return jdbc.sql("""
                        select c.public_text, m.reason, m.note, m.decided_by_name, m.decided_at, m.version
                          from moderation m
                          join concern c on c.id = m.concern_id
                         where c.reference = :reference""")
                .param("reference", concern.reference().value())
                .query((row, n) -> {
                    @Nullable String reason = row.getString("reason");
                    return new Decision(
                            row.getString("public_text"),
                            reason == null ? null : KeptBack.of(reason).orElseThrow(),
                            row.getString("note"),
                            row.getString("decided_by_name"),
                            instant(row, "decided_at"),
                            row.getLong("version"));
                })
                .optional();
    }

    /** What keeps a text from being shown to everybody; nothing when it may be. */
    public List<String> faults(String text) {
        return rules.faults(text);
    }

    /**
     * Lets a text of a concern be read by everybody; whether it was kept. It is not when somebody decided meanwhile.
     *
     * @param version the decision that the person saw; 0 for none
     * @throws IllegalArgumentException when the rules do not allow it
     */
    @Transactional
    public boolean show(StaffMember staff, Concern concern, long version, String text, String note) {
        if (!rules.faults(text).isEmpty()) {
            throw new IllegalArgumentException("The rules do not allow that to be shown");
        }
        return decide(staff, concern, version, text, null, note, "concern.shown");
    }

    /** Keeps a concern from everybody but staff; whether it was kept. It is not when somebody decided meanwhile. */
    @Transactional
    public boolean keepBack(StaffMember staff, Concern concern, long version, KeptBack reason, String note) {
        return decide(staff, concern, version, null, reason, note, "concern.kept-back");
    }

    private boolean decide(
            StaffMember staff,
            Concern concern,
            long version,
            @Nullable String text,
            @Nullable KeptBack reason,
            String note,
            String deed) {
        TeamRights.requireWork(staff, concern.area());
        int rows = jdbc.sql("""
                        insert into moderation (concern_id, state, reason, note, version, decided_by_id,
                                                decided_by_name, decided_at)
                        select c.id, :state, :reason, :note, 1, :byId, :byName, :at
                          from concern c
                         where c.reference = :reference
                           and (:version = 0 or exists (select from moderation m where m.concern_id = c.id))
                        on conflict (concern_id) do update
                           set state = excluded.state, reason = excluded.reason, note = excluded.note,
                               version = moderation.version + 1, decided_by_id = excluded.decided_by_id,
                               decided_by_name = excluded.decided_by_name, decided_at = excluded.decided_at
                         where moderation.version = :version""")
                .param("state", text == null ? "kept-back" : "public")
                .param("reason", reason == null ? null : reason.code())
                .param("note", note)
                .param("byId", staff.id())
                .param("byName", staff.name())
                .param("at", clock.instant().atOffset(UTC))
                .param("reference", concern.reference().value())
                .param("version", version)
                .update();
        if (rows == 0) {
            return false;
        }
        jdbc.sql("""
                        update concern
                           set public_text = :text, public_at = case when :text::text is null then null else :at end
                         where reference = :reference""")
                .param("text", text)
                .param("at", clock.instant().atOffset(UTC))
                .param("reference", concern.reference().value())
                .update();
        audit.record(staff, deed, concern.reference().value(), reason == null ? "" : reason.code());
        return true;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
