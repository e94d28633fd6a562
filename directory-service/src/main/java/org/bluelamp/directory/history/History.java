package org.bluelamp.directory.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The changes that were made to what an area shows, newest first, each written in the transaction of the change. */
@Repository
public class History {

    private static final String BY_ITSELF = "Bluelamp";

    private static final String SELECT = """
            select *, (select count(*) from change other where other.deed = change.deed) as parts
            from change
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    History(JdbcClient database, JsonMapper json, AuditTrail audit, Clock clock) {
        this.database = database;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records what a member of staff changed, here and in the audit trail as {@code <subject>.changed}.
     *
     * @param before the thing as it was, a record that JSON can hold; null when it did not exist
     * @param after the thing as it is; null when it was removed
     * @param what changed, in words a colleague understands
     * @return the change's number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(
            StaffMember who,
            AreaCode area,
            String subject,
            String subjectId,
            @Nullable Object before,
            @Nullable Object after,
            String what) {
        audit.record(who, subject + ".changed", subjectId, what);
        return insert(area, subject, subjectId, before, after, what, who.id(), who.name());
    }

    /** Makes all changes that are recorded meanwhile one deed; a deed inside another is a part of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T asOneDeed(Supplier<T> work) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return work.get();
        }
        TransactionSynchronizationManager.bindResource(this, UUID.randomUUID());
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    /** Records what the platform changed by itself, such as cover that ended. Nobody undoes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordByItself(
            AreaCode area,
            String subject,
            String subjectId,
            @Nullable Object before,
            @Nullable Object after,
            String what) {
        insert(area, subject, subjectId, before, after, what, null, BY_ITSELF);
    }

    private long insert(
            AreaCode area,
            String subject,
            String subjectId,
            @Nullable Object before,
            @Nullable Object after,
            String what,
            @Nullable String changedBy,
            String changedByName) {
        return database.sql("""
                        insert into change
                               (area, subject, subject_id, before, after, what, changed_by, changed_by_name, changed_at,
                                deed)
                        values (:area, :subject, :subjectId, cast(:before as jsonb), cast(:after as jsonb), :what,
                                :changedBy, :changedByName, :now, :deed)
                        returning id
                        """)
                .param("area", area.value())
                .param("subject", subject)
                .param("subjectId", subjectId)
                .param("before", before == null ? null : json.writeValueAsString(before))
                .param("after", after == null ? null : json.writeValueAsString(after))
                .param("what", what)
                .param("changedBy", changedBy)
                .param("changedByName", changedByName)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("deed", TransactionSynchronizationManager.getResource(this))
                .query(Long.class)
                .single();
    }

    /**
     * The changes of one area, newest first.
     *
     * @param before only changes with a smaller number, for the next page; {@link Long#MAX_VALUE} for the first
     */
    public List<Change> of(AreaCode area, long before, int limit) {
        return database.sql(SELECT + """
                        where area = :area and id < :before
                        order by id desc
                        limit :limit
                        """)
                .param("area", area.value())
                .param("before", before)
                .param("limit", limit)
                .query(this::change)
                .list();
    }

    /** The change of that number. */
    public Optional<Change> find(long id) {
        return database.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::change)
                .optional();
    }

    /** The same, held against being undone by somebody else until the transaction ends. */
    Optional<Change> locked(long id) {
        return database.sql(SELECT + "where id = :id for update of change")
                .param("id", id)
                .query(this::change)
                .optional();
    }

    /** All that one deed changed, the last first, held in the same way. */
    List<Change> lockedOf(UUID deed) {
        return database.sql(SELECT + "where deed = :deed order by id desc for update of change")
                .param("deed", deed)
                .query(this::change)
                .list();
    }

    /**
     * What to tell the person whose undo finds the thing changed again since.
     *
     * @return for throwing, with who changed it and when
     */
    public CannotUndo changedSince(Change change) {
        return new CannotUndo(latestAfter(change)
                .map(latest -> "%s changed this again on %s: %s. Undo that first, or change it by hand."
                        .formatted(latest.changedByName(), LondonTime.minute(latest.changedAt()), latest.what()))
                .orElse("This was changed again since by an import, so it cannot be undone. Change it by hand."));
    }

    private Optional<Change> latestAfter(Change change) {
        return database.sql(SELECT + """
                        where subject = :subject and subject_id = :subjectId and id > :id
                        order by id desc
                        limit 1
                        """)
                .param("subject", change.subject())
                .param("subjectId", change.subjectId())
                .param("id", change.id())
                .query(this::change)
                .optional();
    }

    void undone(long id, long by) {
        database.sql("update change set undone_by = :by where id = :id")
                .param("id", id)
                .param("by", by)
                .update();
    }

    private Change change(ResultSet row, int n) throws SQLException {
        return new Change(
                row.getLong("id"),
                new AreaCode(row.getString("area")),
                row.getString("subject"),
                row.getString("subject_id"),
                node(row.getString("before")),
                node(row.getString("after")),
                row.getString("what"),
                row.getString("changed_by"),
                row.getString("changed_by_name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("undone_by", Long.class),
                row.getObject("deed", UUID.class),
                Math.max(1, row.getInt("parts")));
    }

    private @Nullable JsonNode node(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
