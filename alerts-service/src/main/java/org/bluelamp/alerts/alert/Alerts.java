package org.bluelamp.alerts.alert;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All alerts, each in its present state with its messages. */
@Repository
public class Alerts {

    private static final String SELECT = """
            select id, reference, state, version, written_by, written_name, written_at, changed_by, changed_name,
                   changed_at, authors, submitted_by, submitted_name, submitted_at, submitted_reach, ended_at,
                   (select jsonb_agg(
                               jsonb_build_object(
                                   'identifier', identifier, 'kind', kind, 'content', content, 'reason', reason,
                                   'by', by_id, 'name', by_name, 'writtenAt', written_at, 'sentAt', sent_at)
                               order by number)
                    from alert_message
                    where alert_id = alert.id) as messages
            from alert
            """;

    /** More than can be live at a time. */
    private static final int MOST_LIVE = 200;

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next reference of a force's year. Numbers of alerts that were never kept are used again. */
    AlertReference nextReference(AreaCode area, int year) {
        var prefix = AlertReference.prefix(area);
        var number = jdbc.sql("""
                insert into alert_number as held (prefix, year, last)
                values (:prefix, :year, 1)
                on conflict (prefix, year) do update
                set last = held.last + 1
                returning last
                """)
                .param("prefix", prefix)
                .param("year", year)
                .query(Integer.class)
                .single();
        return AlertReference.of(prefix, year, number);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when there is one of that id */
    void add(Draft alert) {
        var content = alert.content();
        jdbc.sql("""
                insert into alert
                    (id, reference, state, version, headline, category, severity, urgency, areas, expires_at,
                     written_by, written_name, written_at, changed_by, changed_name, changed_at, authors)
                values
                    (:id, :reference, 'draft', :version, :headline, :category, :severity, :urgency, :areas, :expires,
                     :by, :name, :at, :by, :name, :at, :authors)
                """)
                .param("id", alert.id().value())
                .param("reference", alert.reference().value())
                .param("version", alert.version())
                .param("headline", content.headline())
                .param("category", content.category().code())
                .param("severity", content.severity().code())
                .param("urgency", content.urgency().code())
                .param("areas", codes(content))
                .param("expires", content.expires().atOffset(UTC))
                .param("by", alert.provenance().writer().id())
                .param("name", alert.provenance().writer().name())
                .param("at", alert.provenance().writtenAt().atOffset(UTC))
                .param("authors", alert.provenance().authors().toArray(String[]::new))
                .update();
        writeMessages(alert);
    }

    /** @throws StaleAlertException when the version held is not the one before */
    void replace(Alert alert) {
        var content = alert.content();
        var submission = alert instanceof AwaitingApproval awaiting ? awaiting.submission() : null;
        var messages = alert instanceof Sent sent ? sent.messages() : null;
        var changed = jdbc.sql("""
                update alert
                set state = :state, version = :version, headline = :headline, category = :category,
                    severity = :severity, urgency = :urgency, areas = :areas, expires_at = :expires,
                    changed_by = :by, changed_name = :name, changed_at = :at, authors = :authors,
                    submitted_by = :submittedBy, submitted_name = :submittedName, submitted_at = :submittedAt,
                    submitted_reach = :reach, issued_at = :issued, sent_at = :sent, ended_at = :ended
                where id = :id and version = :version - 1
                """)
                .param("id", alert.id().value())
                .param("state", alert.state().code())
                .param("version", alert.version())
                .param("headline", content.headline())
                .param("category", content.category().code())
                .param("severity", content.severity().code())
                .param("urgency", content.urgency().code())
                .param("areas", codes(content))
                .param("expires", content.expires().atOffset(UTC))
                .param("by", alert.provenance().changedBy().id())
                .param("name", alert.provenance().changedBy().name())
                .param("at", alert.provenance().changedAt().atOffset(UTC))
                .param("authors", alert.provenance().authors().toArray(String[]::new))
                .param(
                        "submittedBy",
                        submission == null ? null : submission.by().id())
                .param(
                        "submittedName",
                        submission == null ? null : submission.by().name())
                .param(
                        "submittedAt",
                        submission == null ? null : submission.at().atOffset(UTC))
                .param("reach", submission == null ? null : submission.reach())
                .param(
                        "issued",
                        messages == null ? null : messages.first().sentAt().atOffset(UTC))
                .param(
                        "sent",
                        messages == null ? null : messages.latest().sentAt().atOffset(UTC))
                .param("ended", time(ended(alert)))
                .update();
        if (changed == 0) {
            throw new StaleAlertException(alert.id());
        }
        jdbc.sql("delete from alert_message where alert_id = :id and sent_at is null")
                .param("id", alert.id().value())
                .update();
        writeMessages(alert);
    }

    /** @throws StaleAlertException when the version held is another */
    void remove(Draft draft) {
        var removed = jdbc.sql("delete from alert where id = :id and version = :version and state = 'draft'")
                .param("id", draft.id().value())
                .param("version", draft.version())
                .update();
        if (removed == 0) {
            throw new StaleAlertException(draft.id());
        }
    }

    private static @Nullable Instant ended(Alert alert) {
        return switch (alert) {
            case Cancelled cancelled -> cancelled.messages().latest().sentAt();
            case Expired expired -> expired.at();
            case Unsent _, Issued _ -> null;
        };
    }

    private void writeMessages(Alert alert) {
        switch (alert) {
            case Unsent unsent -> {
                var by = unsent.provenance().changedBy();
                writeMessage(
                        alert,
                        1,
                        Message.Kind.ALERT,
                        unsent.content(),
                        null,
                        by,
                        unsent.provenance().changedAt(),
                        null);
            }
            case Sent sent -> {
                var all = sent.messages().all();
                for (var n = 0; n < all.size(); n++) {
                    var message = all.get(n);
                    var at = message.sentAt();
                    writeMessage(
                            alert,
                            n + 1,
                            message.kind(),
                            message.content(),
                            message.reason().orElse(null),
                            message.by(),
                            at,
                            at);
                }
                if (sent instanceof Issued issued && issued.proposal().isPresent()) {
                    var proposal = issued.proposal().get();
                    writeMessage(
                            alert,
                            all.size() + 1,
                            Message.Kind.UPDATE,
                            proposal.content(),
                            null,
                            proposal.by(),
                            proposal.at(),
                            null);
                }
            }
        }
    }

    private void writeMessage(
            Alert alert,
            int number,
            Message.Kind kind,
            Content content,
            @Nullable String reason,
            Person by,
            Instant writtenAt,
            @Nullable Instant sentAt) {
        jdbc.sql("""
                insert into alert_message
                    (alert_id, number, kind, identifier, content, reason, by_id, by_name, written_at, sent_at)
                values
                    (:id, :number, :kind, :identifier, cast(:content as jsonb), :reason, :by, :name, :written, :sent)
                on conflict do nothing
                """)
                .param("id", alert.id().value())
                .param("number", number)
                .param("kind", kind.code())
                .param("identifier", alert.reference().message(number))
                .param("content", StoredContent.write(content))
                .param("reason", reason)
                .param("by", by.id())
                .param("name", by.name())
                .param("written", writtenAt.atOffset(UTC))
                .param("sent", time(sentAt))
                .update();
    }

    /** The alert of that id. */
    public Optional<Alert> find(AlertId id) {
        return one(jdbc.sql(SELECT + "where id = :id").param("id", id.value()));
    }

    /** The alert of that reference, whatever its state. */
    public Optional<Alert> find(AlertReference reference) {
        return one(jdbc.sql(SELECT + "where reference = :reference").param("reference", reference.value()));
    }

    /** The alert that was sent and of which a message has that identifier. */
    Optional<Sent> findByMessage(String identifier) {
        return one(jdbc.sql(SELECT + """
                where id = (select alert_id from alert_message where identifier = :identifier and sent_at is not null)
                """).param("identifier", identifier))
                .flatMap(alert -> alert instanceof Sent sent ? Optional.of(sent) : Optional.empty());
    }

    /** Takes an alert in hand for this transaction; empty when another one has it. */
    Optional<Alert> claim(AlertId id) {
        return one(jdbc.sql(SELECT + "where id = :id for update skip locked").param("id", id.value()));
    }

    /** Live alerts whose time is over. */
    List<AlertId> over(Instant now) {
        return jdbc.sql("select id from alert where state = 'issued' and expires_at <= :now order by expires_at")
                .param("now", now.atOffset(UTC))
                .query((row, n) -> new AlertId(row.getObject("id", UUID.class)))
                .list();
    }

    /** All that was ever sent. */
    Stream<Sent> everSent() {
        return all(jdbc.sql(SELECT + "where issued_at is not null order by issued_at, id")).stream()
                .map(alert -> (Sent) alert);
    }

    /**
     * Those for one of the areas or a part of one, for staff, and of what was sent also what concerns one of them: those
     * not sent yet, then the latest, so many at most.
     */
    public List<Alert> latest(Collection<AreaCode> areas, int most) {
        return all(jdbc.sql(SELECT + """
                where exists (
                    select
                    from unnest(areas) as target (code)
                    join unnest(:own) as own (code)
                      on target.code = own.code
                      or starts_with(target.code, own.code || '/')
                      or issued_at is not null and starts_with(own.code, target.code || '/'))
                order by array_position(array['awaiting-approval', 'draft', 'issued'], state) nulls last,
                         coalesce(sent_at, changed_at) desc, id
                limit :most
                """)
                .param("own", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .param("most", most));
    }

    /**
     * Those for one of the areas or a part of one that wait for a second person, or of which an update does; so many at
     * most.
     */
    List<Alert> awaiting(Collection<AreaCode> areas, int most) {
        return all(jdbc.sql(SELECT + """
                where (state = 'awaiting-approval'
                       or state = 'issued' and exists (
                           select
                           from alert_message
                           where alert_message.alert_id = alert.id and alert_message.sent_at is null))
                  and exists (
                    select
                    from unnest(areas) as target (code)
                    join unnest(:own) as own (code)
                      on target.code = own.code or starts_with(target.code, own.code || '/'))
                order by changed_at, id
                limit :most
                """)
                .param("own", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .param("most", most));
    }

    /**
     * What was sent and is live, the most severe first, then what must be done soonest.
     *
     * @param area only what is for people of this area: for it, a part of it, or all around it; null for everywhere
     * @param category only of that category; null for all
     */
    public List<Sent> live(@Nullable AreaCode area, @Nullable Category category, Instant now) {
        return sent(area, category, "state = 'issued' and expires_at > :now", """
                array_position(array['extreme', 'severe', 'moderate', 'minor', 'unknown'], severity),
                array_position(array['immediate', 'expected', 'future', 'unknown', 'past'], urgency),
                sent_at desc, id
                """, now, MOST_LIVE);
    }

    /** What was live since a time and is no longer, the latest first; the other parameters as for what is live. */
    public List<Sent> past(@Nullable AreaCode area, @Nullable Category category, Instant since, Instant now, int most) {
        return sent(
                        area,
                        category,
                        "(state in ('cancelled', 'expired') or state = 'issued' and expires_at <= :now)",
                        "least(ended_at, expires_at) desc, id",
                        now,
                        most)
                .stream()
                .filter(alert -> ended(alert, now).isAfter(since))
                .toList();
    }

    private static Instant ended(Sent alert, Instant now) {
        var ended = ended(alert);
        var expires = alert.content().expires();
        return ended != null && ended.isBefore(expires) ? ended : expires.isBefore(now) ? expires : now;
    }

    private List<Sent> sent(
            @Nullable AreaCode area, @Nullable Category category, String which, String order, Instant now, int most) {
        return all(jdbc.sql(SELECT + " where " + which + """
                 and (cast(:category as text) is null or category = :category)
                 and (cast(:area as text) is null or exists (
                     select
                     from unnest(areas) as target (code)
                     where target.code = :area
                        or starts_with(target.code, :area || '/')
                        or starts_with(:area, target.code || '/')))
                order by
                """ + order + " limit :most")
                        .param("now", now.atOffset(UTC))
                        .param("area", area == null ? null : area.value())
                        .param("category", category == null ? null : category.code())
                        .param("most", most))
                .stream()
                .map(alert -> (Sent) alert)
                .toList();
    }

    private Optional<Alert> one(StatementSpec select) {
        return all(select).stream().findFirst();
    }

    private List<Alert> all(StatementSpec select) {
        return select.query((row, n) -> row(row).alert()).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var submitted = row.getObject("submitted_at", OffsetDateTime.class);
        return new Row(
                new AlertId(row.getObject("id", UUID.class)),
                new AlertReference(row.getString("reference")),
                AlertState.of(row.getString("state")),
                new Provenance(
                        new Person(row.getString("written_by"), row.getString("written_name")),
                        instant(row, "written_at"),
                        new Person(row.getString("changed_by"), row.getString("changed_name")),
                        instant(row, "changed_at"),
                        Set.copyOf(List.of((String[])
                                requireNonNull(row.getArray("authors")).getArray()))),
                submitted == null
                        ? null
                        : new Submission(
                                submitted.toInstant(),
                                new Person(row.getString("submitted_by"), row.getString("submitted_name")),
                                row.getInt("submitted_reach")),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getLong("version"),
                List.of(JsonMapper.shared().readValue(row.getString("messages"), MessageRow[].class)));
    }

    private record Row(
            AlertId id,
            AlertReference reference,
            AlertState state,
            Provenance provenance,
            @Nullable Submission submission,
            Optional<Instant> endedAt,
            long version,
            List<MessageRow> messages) {

        Alert alert() {
            var content = messages.getFirst().content().content();
            var sent = messages.stream()
                    .flatMap(message -> message.sent().stream())
                    .toList();
            return switch (state) {
                case DRAFT -> new Draft(id, reference, content, provenance, version);
                case AWAITING_APPROVAL ->
                    new AwaitingApproval(id, reference, content, provenance, requireNonNull(submission), version);
                case ISSUED ->
                    new Issued(
                            id,
                            reference,
                            provenance,
                            new Messages(sent),
                            messages.stream()
                                    .filter(message -> message.sentAt() == null)
                                    .findFirst()
                                    .map(MessageRow::proposal),
                            version);
                case CANCELLED -> new Cancelled(id, reference, provenance, new Messages(sent), version);
                case EXPIRED ->
                    new Expired(id, reference, provenance, new Messages(sent), endedAt.orElseThrow(), version);
            };
        }
    }

    /** A message as the statement that reads an alert tells it. */
    private record MessageRow(
            String identifier,
            String kind,
            StoredContent content,
            @Nullable String reason,
            String by,
            String name,
            OffsetDateTime writtenAt,
            @Nullable OffsetDateTime sentAt) {

        Optional<Message> sent() {
            return Optional.ofNullable(sentAt)
                    .map(at -> new Message(
                            identifier,
                            Message.Kind.of(kind),
                            content.content(),
                            Optional.ofNullable(reason),
                            new Person(by, name),
                            at.toInstant()));
        }

        Proposal proposal() {
            return new Proposal(content.content(), new Person(by, name), writtenAt.toInstant());
        }
    }

    private static String[] codes(Content content) {
        return content.target().areas().stream().map(AreaCode::value).toArray(String[]::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }
}
