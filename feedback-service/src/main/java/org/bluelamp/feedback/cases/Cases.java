package org.bluelamp.feedback.cases;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.contact.Vault;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All cases. A change is accepted only onto the version before it. */
@Repository
class Cases {

    private static final String CASE = """
            select c.id, c.reference, c.area_code, c.message, c.mail is not null as has_mail,
                   c.telephone is not null as has_telephone, c.erased_at, c.set_aside, c.state, c.received_at,
                   c.answered_at, c.closed_at, c.closing, c.version
              from "case" c
            """;

    /** Null parameters switch a condition off; the areas never are. */
    private static final String WANTED = """
             where exists (select from unnest(string_to_array(:areas, ',')) as own
                            where c.area_code = own or starts_with(c.area_code, own || '/'))
               and (:area::text is null or c.area_code = :area)
               and (:state::text is null or c.state = :state)
               and (c.set_aside is not null) = :setAside
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Cases(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Keeps a message once; whether this call kept it. False when its key, or by chance its reference, is held. */
    boolean add(
            Reference reference,
            ContactMessage message,
            SubmissionKey key,
            CaseLink link,
            @Nullable SetAside setAside,
            Instant receivedAt) {
        UUID id = UUID.randomUUID();
        return jdbc.sql("""
                        insert into "case" (id, reference, area_code, message, mail, telephone, set_aside,
                                            submission_key, link_hash, state, received_at, due_at, version)
                        values (:id, :reference, :area, :message, :mail, :telephone, :setAside,
                                :key, :link, 'received', :receivedAt, :dueAt, 1)
                        on conflict do nothing""")
                        .param("id", id)
                        .param("reference", reference.value())
                        .param("area", message.area().value())
                        .param("message", message.text())
                        .param("mail", sealed(id, message.details().mail()))
                        .param("telephone", sealed(id, message.details().telephone()))
                        .param("setAside", setAside == null ? null : setAside.code())
                        .param("key", key.bytes())
                        .param("link", link.hash())
                        .param("receivedAt", receivedAt.atOffset(UTC))
                        .param("dueAt", receivedAt.plus(Case.PROMISE).atOffset(UTC))
                        .update()
                == 1;
    }

    /** The reference of what is held under a submission's key. */
    Optional<Reference> held(SubmissionKey key) {
        return jdbc.sql("select reference from \"case\" where submission_key = :key")
                .param("key", key.bytes())
                .query(String.class)
                .optional()
                .map(Reference::new);
    }

    Optional<Case> find(Reference reference) {
        return jdbc.sql(CASE + " where c.reference = :reference")
                .param("reference", reference.value())
                .query(Cases::read)
                .optional();
    }

    Optional<Case> find(CaseLink link) {
        return jdbc.sql(CASE + " where c.link_hash = :hash")
                .param("hash", link.hash())
                .query(Cases::read)
                .optional();
    }

    /** One page of what was found, the last one when there are not so many: what is due first comes first. */
    CaseDesk.Found find(CaseDesk.Search search, int number) {
        int total = wanted("select count(*) from \"case\" c " + WANTED, search)
                .query(Integer.class)
                .single();
        int page = Math.clamp(number, 1, Math.max(1, (total + CaseDesk.PAGE - 1) / CaseDesk.PAGE));
        List<Case> cases = wanted(CASE + WANTED + """
                         order by case when c.state = 'received' then c.due_at end nulls last,
                                  c.received_at desc, c.id
                         limit :limit offset :offset""", search)
                .param("limit", CaseDesk.PAGE)
                .param("offset", (page - 1) * CaseDesk.PAGE)
                .query(Cases::read)
                .list();
        return new CaseDesk.Found(cases, page, total);
    }

    /** How the promise is kept in these areas, over the time before a moment. */
    CaseDesk.Figures figures(Set<AreaCode> areas, Instant now, Duration over) {
        return jdbc.sql("""
                        select count(*) filter (where c.state = 'received') as waiting,
                               count(*) filter (where c.state = 'received' and c.due_at < :now) as overdue,
                               count(*) filter (where c.received_at >= :since
                                                  and (c.answered_at is not null or c.due_at < :now)
                                                  and c.closing is distinct from 'no-message') as owed,
                               count(*) filter (where c.received_at >= :since and c.answered_at <= c.due_at) as kept
                          from "case" c
                         where c.set_aside is null
                           and exists (select from unnest(string_to_array(:areas, ',')) as own
                                        where c.area_code = own or starts_with(c.area_code, own || '/'))""")
                .param("areas", words(areas))
                .param("now", now.atOffset(UTC))
                .param("since", now.minus(over).atOffset(UTC))
                .query(CaseDesk.Figures.class)
                .single();
    }

    /**
     * Keeps a changed case.
     *
     * @throws StaleCaseException when the version held is not the one before
     */
    void replace(Case changed) {
        @Nullable
        Instant answeredAt = switch (changed) {
            case Received _ -> null;
            case Answered answered -> answered.answeredAt();
            case Closed closed -> closed.answeredAt();
        };
        @Nullable Closed closed = changed instanceof Closed end ? end : null;
        @Nullable SetAside setAside = changed.matter().setAside();
        int rows = jdbc.sql("""
                        update "case"
                           set area_code = :area, set_aside = :setAside, state = :state, answered_at = :answeredAt,
                               closed_at = :closedAt, closing = :closing, version = :version
                         where id = :id and version = :version - 1""")
                .param("id", changed.matter().id())
                .param("area", changed.area().value())
                .param("setAside", setAside == null ? null : setAside.code())
                .param("state", changed.state().word())
                .param("answeredAt", answeredAt == null ? null : answeredAt.atOffset(UTC))
                .param("closedAt", closed == null ? null : closed.closedAt().atOffset(UTC))
                .param("closing", closed == null ? null : closed.reason().code())
                .param("version", changed.version())
                .update();
        if (rows == 0) {
            throw new StaleCaseException(changed.reference());
        }
    }

    /** Takes a case that was set aside for one of a person's. */
    void takeForReal(Case held) {
        jdbc.sql("update \"case\" set set_aside = null where id = :id")
                .param("id", held.matter().id())
                .update();
    }

    /** Adds what staff wrote, once; whether this call did it. */
    boolean write(Case about, Entry entry, StaffMember author, SubmissionKey key) {
        AreaCode to = entry.handedTo();
        return jdbc.sql("""
                        insert into case_entry (case_id, kind, text, handed_to, author_id, author_name,
                                                submission_key, written_at)
                        values (:case, :kind, :text, :handedTo, :authorId, :authorName, :key, :writtenAt)
                        on conflict (submission_key) do nothing""")
                        .param("case", about.matter().id())
                        .param("kind", entry.kind().code())
                        .param("text", entry.text())
                        .param("handedTo", to == null ? null : to.value())
                        .param("authorId", author.id())
                        .param("authorName", author.name())
                        .param("key", key.bytes())
                        .param("writtenAt", entry.writtenAt().atOffset(UTC))
                        .update()
                == 1;
    }

    /** What staff wrote about a case, oldest first. */
    List<Entry> entries(Case about) {
        return jdbc.sql("""
                        select kind, text, handed_to, author_name, written_at
                          from case_entry
                         where case_id = :case
                         order by id""")
                .param("case", about.matter().id())
                .query((row, n) -> {
                    @Nullable String to = row.getString("handed_to");
                    return new Entry(
                            Entry.Kind.of(row.getString("kind")),
                            row.getString("text"),
                            to == null ? null : new AreaCode(to),
                            row.getString("author_name"),
                            instant(row, "written_at"));
                })
                .list();
    }

    /** How the sender can be reached. */
    ContactDetails details(Case held) {
        UUID id = held.matter().id();
        return jdbc.sql("select mail, telephone from \"case\" where id = :id")
                .param("id", id)
                .query((row, n) ->
                        new ContactDetails(opened(id, row.getBytes("mail")), opened(id, row.getBytes("telephone"))))
                .single();
    }

    /** Erases how senders can be reached, of cases that ended before a moment; how many. Replicas share the work. */
    int erase(Instant endedBefore, Instant now, int limit) {
        return jdbc.sql("""
                        update "case"
                           set mail = null, telephone = null, erased_at = :now
                         where id in (select id
                                        from "case"
                                       where (mail is not null or telephone is not null)
                                         and coalesce(closed_at, answered_at) <= :endedBefore
                                       limit :limit
                                         for update skip locked)""")
                .param("now", now.atOffset(UTC))
                .param("endedBefore", endedBefore.atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    private JdbcClient.StatementSpec wanted(String sql, CaseDesk.Search search) {
        return jdbc.sql(sql)
                .param("areas", words(search.areas()))
                .param("area", search.area() == null ? null : search.area().value())
                .param("state", search.state() == null ? null : search.state().word())
                .param("setAside", search.setAside());
    }

    private static String words(Set<AreaCode> areas) {
        return areas.stream().map(AreaCode::value).collect(Collectors.joining(","));
    }

    private byte @Nullable [] sealed(UUID id, @Nullable String text) {
        return text == null ? null : vault.seal(id, text);
    }

    private @Nullable String opened(UUID id, byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(id, sealed);
    }

    private static Case read(ResultSet row, int n) throws SQLException {
        @Nullable String setAside = row.getString("set_aside");
        Matter matter = new Matter(
                row.getObject("id", UUID.class),
                new Reference(row.getString("reference")),
                new AreaCode(row.getString("area_code")),
                row.getString("message"),
                new Matter.Reach(
                        row.getBoolean("has_mail"), row.getBoolean("has_telephone"), instantOrNull(row, "erased_at")),
                setAside == null ? null : SetAside.of(setAside),
                instant(row, "received_at"));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "received" -> new Received(matter, version);
            case "answered" -> new Answered(matter, instant(row, "answered_at"), version);
            case "closed" ->
                new Closed(
                        matter,
                        instantOrNull(row, "answered_at"),
                        Closing.of(row.getString("closing")).orElseThrow(),
                        instant(row, "closed_at"),
                        version);
            case String other -> throw new SQLException("Case in an unknown state: " + other);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
