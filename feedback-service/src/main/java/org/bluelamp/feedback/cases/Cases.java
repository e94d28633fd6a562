package org.bluelamp.feedback.cases;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.contact.Vault;
import org.bluelamp.feedback.area.Areas;
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

    /** What stands where words were. */
    private static final String ERASED = "Erased a year after it ended.";

    /** The words of a concern stand with the concern alone. */
    private static final String CASE = """
            select c.id, c.reference, c.kind, c.area_code, coalesce(c.message, co.text) as message,
                   c.mail is not null as has_mail, c.telephone is not null as has_telephone, c.erased_at, c.set_aside,
                   c.state, c.received_at, c.asked_at, c.answered_at, c.closed_at, c.closing, c.holder_id,
                   c.holder_name, c.recourse_at, c.urgent, c.suspected, into_it.reference as merged_into,
                   from_it.reference as split_from, c.version
              from "case" c
              left join concern co on co.case_id = c.id
              left join "case" into_it on into_it.id = c.merged_into
              left join "case" from_it on from_it.id = c.split_from
            """;

    /** Null parameters switch a condition off; the areas never are. */
    private static final String WANTED = """
             where c.area_code = any (""" + Areas.IN_AREAS + """
            )
               and (:area::text is null or c.area_code = :area)
               and (:states::text is null or c.state = any (string_to_array(:states, ',')))
               and (c.set_aside is not null) = :setAside
               and (:holder::text is null
                    or c.holder_id = :holder
                    or c.holder_id in (select staff_id from absence where cover_id = :holder and until_day >= :today))
               and (not :nobodys or c.holder_id is null)
            """;

    /**
     * What speaks of danger in the words of a case, or came from what seems a program as that case did, and that nobody has
     * taken, answered or written about since.
     */
    private static final String ALIKE = """
             where c.area_code = :area and c.id <> :id and c.state = 'received' and c.urgent and c.set_aside is null
               and c.holder_id is null and c.recourse_at is null and c.split_from is null
               and (coalesce(c.message, (select text from concern where case_id = c.id)) = :words
                    or c.suspected is not null
                       and exists (select from "case" own where own.id = :id and own.suspected is not null))
               and not exists (select from case_entry e where e.case_id = c.id)
               and not exists (select from "case" into_this where into_this.merged_into = c.id)
            """;

    /** How long a page lies open behind another one before the same words are meant once more. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Vault vault;

    Cases(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Keeps a case once; its id if this call kept it. Empty when its key, or by chance its reference, is held. */
    Optional<UUID> add(Opening opening) {
        UUID id = UUID.randomUUID();
        @Nullable SetAside setAside = opening.setAside();
        @Nullable SetAside suspected = opening.suspected();
        int added = jdbc.sql("""
                        insert into "case" (id, reference, kind, area_code, message, mail, telephone, set_aside,
                                            submission_key, link_hash, state, received_at, asked_at, due_at, urgent,
                                            suspected, version)
                        values (:id, :reference, :kind, :area, :message, :mail, :telephone, :setAside,
                                :key, :link, 'received', :receivedAt, :receivedAt, :dueAt, :urgent,
                                :suspected, 1)
                        on conflict do nothing""")
                .param("id", id)
                .param("reference", opening.reference().value())
                .param("kind", opening.kind().code())
                .param("area", opening.area().value())
                .param("message", opening.message())
                .param("mail", sealed(id, opening.details().mail()))
                .param("telephone", sealed(id, opening.details().telephone()))
                .param("setAside", setAside == null ? null : setAside.code())
                .param("key", opening.key().bytes())
                .param("link", opening.link().hash())
                .param("receivedAt", opening.receivedAt().atOffset(UTC))
                .param("dueAt", opening.receivedAt().plus(Case.PROMISE).atOffset(UTC))
                .param("urgent", opening.urgent())
                .param("suspected", suspected == null ? null : suspected.code())
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /**
     * Keeps a part of a case as a case of its own, due when the whole is, as urgent and for a supervisor as the whole; false
     * when its key is held.
     */
    boolean split(Waiting whole, Opening part, UUID partId) {
        return jdbc.sql("""
                        insert into "case" (id, reference, kind, area_code, message, submission_key, link_hash, state,
                                            received_at, asked_at, due_at, split_from, holder_id, holder_name,
                                            recourse_at, urgent, urgent_since, version)
                        select :id, :reference, case when kind = 'concern' then 'message' else kind end, area_code,
                               :message, :key, :link, 'received', received_at, asked_at, due_at, id, holder_id,
                               holder_name, recourse_at, urgent, urgent_since, 1
                          from "case"
                         where id = :whole
                        on conflict do nothing""")
                        .param("id", partId)
                        .param("reference", part.reference().value())
                        .param("message", part.message())
                        .param("key", part.key().bytes())
                        .param("link", part.link().hash())
                        .param("whole", whole.matter().id())
                        .update()
                == 1;
    }

    /** Has a case to itself until the transaction ends. */
    void lock(Reference one) {
        lock(one, one);
    }

    /** Has two cases to itself until the transaction ends: in one order, so that nobody waits for each other for ever. */
    void lock(Reference one, Reference other) {
        jdbc.sql("select from \"case\" where reference in (:one, :other) order by id for update")
                .param("one", one.value())
                .param("other", other.value())
                .query((row, n) -> "")
                .list();
    }

    /** Has all cases that are answered with one answered with another one; not those whose senders asked again. */
    void moveAlong(Case from, Case to) {
        jdbc.sql("""
                        update "case"
                           set merged_into = :to, version = version + 1
                         where merged_into = :from and closing = 'merged'""")
                .param("to", to.matter().id())
                .param("from", from.matter().id())
                .update();
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

    /** The parts of a case that became cases of their own, the first one first. */
    List<Case> parts(Case whole) {
        return jdbc.sql(CASE + " where c.split_from = :id order by c.received_at, c.id limit :most")
                .param("id", whole.matter().id())
                .param("most", CaseDesk.MOST_PARTS)
                .query(Cases::read)
                .list();
    }

    /** The cases whose answer is this one's, the first one first. */
    List<Case> mergedInto(Case held) {
        return jdbc.sql(CASE + " where c.merged_into = :id order by c.received_at, c.id limit 100")
                .param("id", held.matter().id())
                .query(Cases::read)
                .list();
    }

    /** The other cases of its neighbourhood that wait for an answer, the latest first, so many at most. */
    List<Case> besides(Case held, int most) {
        return jdbc.sql(CASE + """
                         where c.area_code = :area and c.id <> :id and c.state in ('received', 'reopened')
                           and c.set_aside is null
                         order by c.received_at desc, c.id
                         limit :most""")
                .param("area", held.area().value())
                .param("id", held.matter().id())
                .param("most", most)
                .query(Cases::read)
                .list();
    }

    /** How many cases are like this one, and were touched by nobody. */
    int countAlike(Case held) {
        return alike("select count(*) from \"case\" c " + ALIKE, held)
                .query(Integer.class)
                .single();
    }

    /** The cases that are like this one and were touched by nobody, the first one first, so many at most. */
    List<Alike> alike(Case held, int most) {
        return alike(CASE + ALIKE + " order by c.received_at, c.id limit :most", held)
                .param("most", most)
                .query(Cases::alike)
                .list();
    }

    /**
     * Those of the cases named that are like this one and were touched by nobody, so many at most: no other has them until
     * the transaction ends. What another has at the moment is left out.
     */
    List<Alike> lockAlike(Case held, Set<Reference> named, int most) {
        List<UUID> mine = alike("select c.id from \"case\" c " + ALIKE + """
                          and c.reference = any (:named)
                         order by c.received_at, c.id
                         limit :most
                           for update of c skip locked""", held)
                .param("named", named.stream().map(Reference::value).toArray(String[]::new))
                .param("most", most)
                .query(UUID.class)
                .list();
        // Looked at once more: somebody may have written until the lock was there.
        return alike(CASE + ALIKE + " and c.id = any (:mine) order by c.received_at, c.id", held)
                .param("mine", mine.toArray(UUID[]::new))
                .query(Cases::alike)
                .list();
    }

    private JdbcClient.StatementSpec alike(String sql, Case held) {
        return jdbc.sql(sql)
                .param("area", held.area().value())
                .param("id", held.matter().id())
                .param("words", held.matter().message());
    }

    private static Alike alike(ResultSet row, int n) throws SQLException {
        @Nullable String suspected = row.getString("suspected");
        return new Alike(read(row, n), suspected == null ? null : SetAside.of(suspected));
    }

    /**
     * One page of what was found, the last one when there are not so many: what must be read at once comes first, then
     * where a supervisor is asked for, then what is due first.
     */
    CaseDesk.Found find(CaseDesk.Search search, int number) {
        int total = wanted("select count(*) from \"case\" c " + WANTED, search)
                .query(Integer.class)
                .single();
        int page = Math.clamp(number, 1, Math.max(1, (total + CaseDesk.PAGE - 1) / CaseDesk.PAGE));
        List<Case> cases = wanted(CASE + WANTED + """
                         order by c.urgent desc, c.recourse_at nulls last,
                                  case when c.state in ('received', 'reopened') then c.due_at end nulls last,
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
                        with waiting as (
                            select count(*) filter (where """ + DangerCalls.WITH_NOBODY + """
                                   ) as danger,
                                   count(*) filter (where c.set_aside is null) as waiting,
                                   count(*) filter (where c.set_aside is null and c.due_at < :now) as overdue,
                                   count(*) filter (where c.set_aside is null and c.due_at >= :now
                                                      and c.due_at <= :soon) as soon,
                                   count(*) filter (where c.set_aside is null and c.recourse_at is not null)
                                       as recourse,
                                   count(*) filter (where c.set_aside is not null) as set_aside
                              from "case" c
                             where c.state in ('received', 'reopened')
                               and c.area_code = any (""" + Areas.IN_AREAS + """
                        )),
                        kept as (
                            select count(*) filter (where p.answered_at is not null) as answered,
                                   count(*) filter (where p.answered_at <= p.due_at) as kept
                              from case_promise p
                             where p.ended_at >= :since
                               and p.area_code = any (""" + Areas.IN_AREAS + """
                        ))
                        select danger, waiting, overdue, soon, recourse, set_aside, answered + overdue as owed, kept
                          from waiting, kept""")
                .param("areas", words(areas))
                .param("now", now.atOffset(UTC))
                .param("soon", now.plus(Waiting.REMINDER).atOffset(UTC))
                .param("since", now.minus(over).atOffset(UTC))
                .query(CaseDesk.Figures.class)
                .single();
    }

    /**
     * Keeps a changed case. When it stops waiting, what became of the promise is written down; when a new promise is
     * made, the clock has said nothing of it yet.
     *
     * @param at the moment of the change
     * @throws StaleCaseException when the version held is not the one before
     */
    void replace(Case before, Case changed, Instant at) {
        @Nullable
        Instant answeredAt = switch (changed) {
            case Received _ -> null;
            case Reopened reopened -> reopened.answeredAt();
            case Answered answered -> answered.answeredAt();
            case Closed closed -> closed.answeredAt();
        };
        @Nullable Closed closed = changed instanceof Closed end ? end : null;
        Matter matter = changed.matter();
        @Nullable SetAside setAside = matter.setAside();
        @Nullable Holder holder = matter.holder();
        @Nullable Reference mergedInto = matter.ties().mergedInto();
        int rows = jdbc.sql("""
                        update "case"
                           set area_code = :area, set_aside = :setAside, state = :state, asked_at = :askedAt,
                               due_at = :dueAt, answered_at = :answeredAt, closed_at = :closedAt, closing = :closing,
                               holder_id = :holderId, holder_name = :holderName, recourse_at = :recourseAt, urgent = :urgent,
                               merged_into = (select id from "case" where reference = :mergedInto),
                               reminded_at = case when asked_at = :askedAt then reminded_at end,
                               escalated_at = case when asked_at = :askedAt then escalated_at end,
                               version = :version
                         where id = :id and version = :version - 1""")
                .param("id", matter.id())
                .param("area", changed.area().value())
                .param("setAside", setAside == null ? null : setAside.code())
                .param("state", changed.state().word())
                .param("askedAt", changed.askedAt().atOffset(UTC))
                .param("dueAt", changed.dueAt().atOffset(UTC))
                .param("answeredAt", answeredAt == null ? null : answeredAt.atOffset(UTC))
                .param("closedAt", closed == null ? null : closed.closedAt().atOffset(UTC))
                .param("closing", closed == null ? null : closed.reason().code())
                .param("holderId", holder == null ? null : holder.id())
                .param("holderName", holder == null ? null : holder.name())
                .param(
                        "recourseAt",
                        matter.recourseAt() == null ? null : matter.recourseAt().atOffset(UTC))
                .param("urgent", matter.urgent())
                .param("mergedInto", mergedInto == null ? null : mergedInto.value())
                .param("version", changed.version())
                .update();
        if (rows == 0) {
            throw new StaleCaseException(changed.reference());
        }
        if (matter.kind() == Kind.CONCERN) {
            jdbc.sql("""
                            update concern
                               set area_code = :area, set_aside = :setAside
                             where case_id = :id
                               and (area_code <> :area or set_aside is distinct from :setAside)""")
                    .param("id", matter.id())
                    .param("area", changed.area().value())
                    .param("setAside", setAside == null ? null : setAside.code())
                    .update();
        }
        if (before instanceof Waiting promised && !(changed instanceof Waiting)) {
            boolean kept = changed instanceof Answered
                    || closed != null && closed.reason().keeps();
            jdbc.sql("""
                            insert into case_promise (case_id, area_code, asked_at, due_at, ended_at, answered_at)
                            values (:case, :area, :askedAt, :dueAt, :at, :answeredAt)""")
                    .param("case", matter.id())
                    .param("area", promised.area().value())
                    .param("askedAt", promised.askedAt().atOffset(UTC))
                    .param("dueAt", promised.dueAt().atOffset(UTC))
                    .param("at", at.atOffset(UTC))
                    .param("answeredAt", kept ? at.atOffset(UTC) : null)
                    .update();
        }
    }

    /**
     * Notes since when a case speaks of danger: whatever staff wrote before was not about that. Who calls again while nobody
     * has looked waits since the first time.
     */
    void inDanger(Case held, Instant at) {
        Matter matter = held.matter();
        jdbc.sql("""
                        update "case"
                           set urgent_since = :at
                         where id = :id
                           and (not :calling
                                or exists (select from case_entry
                                            where case_id = :id and author_id is not null
                                              and written_at > coalesce(urgent_since, '-infinity')))""")
                .param("at", at.atOffset(UTC))
                .param("id", matter.id())
                .param("calling", held instanceof Waiting && matter.urgent() && matter.holder() == null)
                .update();
    }

    /**
     * Notes, before a case that speaks of danger is merged into another, since when that one does: since the first of the two
     * while nobody has looked at it either, and otherwise not before staff last wrote about it, for that was not about this.
     */
    void dangerMoves(Case from, Case to) {
        jdbc.sql("""
                        update "case" c
                           set urgent_since = case
                                   when c.urgent and (looked.at is null or looked.at <= c.urgent_since)
                                       then least(coalesce(c.urgent_since, c.asked_at), danger.since)
                                   else greatest(danger.since, looked.at)
                               end
                          from (select coalesce(urgent_since, asked_at) as since from "case" where id = :from) danger,
                               (select max(written_at) as at
                                  from case_entry
                                 where case_id = :to and author_id is not null) looked
                         where c.id = :to""")
                .param("from", from.matter().id())
                .param("to", to.matter().id())
                .update();
    }

    /**
     * Who has those of these cases in hand that speak of danger, in words: whoever has taken one, or else the last who wrote a
     * note about it since it did and since it was handed over.
     */
    Map<Reference, String> inHand(Collection<Reference> references) {
        return jdbc
                .sql("""
                        select c.reference, c.holder_name, noted.author_name
                          from "case" c
                          left join lateral (
                               select e.author_name
                                 from case_entry e
                                where e.case_id = c.id and e.kind = 'note'
                                  and (c.urgent_since is null or e.written_at > c.urgent_since)
                                  and not exists (select
                                                    from case_entry gone
                                                   where gone.case_id = c.id and gone.kind = 'hand-over'
                                                     and gone.id > e.id)
                                order by e.id desc
                                limit 1) noted on true
                         where c.reference = any (:references) and c.urgent
                           and num_nonnulls(c.holder_name, noted.author_name) > 0""")
                .param("references", references.stream().map(Reference::value).toArray(String[]::new))
                .query((row, n) -> {
                    @Nullable String holder = row.getString("holder_name");
                    return Map.entry(
                            new Reference(row.getString("reference")),
                            holder == null
                                    ? row.getString("author_name") + " has read this and left a note"
                                    : holder + " has this case");
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What became of the promises made about a case, the first one first. */
    List<CaseDesk.Promise> promises(Case held) {
        return jdbc.sql("select due_at, ended_at, answered_at from case_promise where case_id = :id order by ended_at")
                .param("id", held.matter().id())
                .query((row, n) -> new CaseDesk.Promise(
                        instant(row, "due_at"), instant(row, "ended_at"), instantOrNull(row, "answered_at")))
                .list();
    }

    /** Takes a case that was set aside for one of a person's. */
    void takeForReal(Case held) {
        UUID id = held.matter().id();
        jdbc.sql("update \"case\" set set_aside = null where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update concern set set_aside = null, state = 'noted' where case_id = :id")
                .param("id", id)
                .update();
    }

    /** Whoever answered has read it, and what is answered by it. */
    void read(Case answered) {
        jdbc.sql("""
                        update concern
                           set state = 'noted'
                         where state = 'new'
                           and case_id in (select id
                                             from "case"
                                            where id = :id or merged_into = :id and closing = 'merged')""").param("id", answered.matter().id()).update();
    }

    /** Adds what a member of staff wrote, or the sender if there is none, once; whether this call did it. */
    boolean write(Case about, Entry entry, @Nullable StaffMember author, SubmissionKey key) {
        @Nullable AreaCode to = entry.handedTo();
        @Nullable Reference other = entry.about();
        return jdbc.sql("""
                        insert into case_entry (case_id, kind, text, handed_to, about, author_id, author_name,
                                                submission_key, written_at)
                        values (:case, :kind, :text, :handedTo, :about, :authorId, :authorName, :key, :writtenAt)
                        on conflict (submission_key) do nothing""")
                        .param("case", about.matter().id())
                        .param("kind", entry.kind().code())
                        .param("text", entry.text())
                        .param("handedTo", to == null ? null : to.value())
                        .param("about", other == null ? null : other.value())
                        .param("authorId", author == null ? null : author.id())
                        .param("authorName", author == null ? null : author.name())
                        .param("key", key.bytes())
                        .param("writtenAt", entry.writtenAt().atOffset(UTC))
                        .update()
                == 1;
    }

    /** What was written about a case, oldest first. */
    List<Entry> entries(Case about) {
        return jdbc.sql("""
                        select kind, text, handed_to, about, author_name, written_at
                          from case_entry
                         where case_id = :case
                         order by id""")
                .param("case", about.matter().id())
                .query(Cases::entry)
                .list();
    }

    /**
     * What teams wrote to senders elsewhere while a case was answered there, and where it went, oldest first: since it was
     * merged, and until its sender wrote again. Where the other case is merged in turn, the rest of that time is the third
     * one's. Ids and not times tell what came first: both cases are locked while one is merged or answered.
     */
    List<Entry> together(Case held) {
        return jdbc.sql("""
                        with recursive joined as (
                            select into_it.id as case_id, merged.id as since,
                                   (select min(own.id)
                                      from case_entry own
                                     where own.case_id = merged.case_id and own.id > merged.id
                                       and own.author_id is null) as until
                              from case_entry merged
                              join "case" into_it on into_it.reference = merged.about
                             where merged.case_id = :case and merged.kind = 'merge'
                            union all
                            select into_it.id, onward.id, joined.until
                              from joined
                             cross join lateral (
                                   select id, about
                                     from case_entry
                                    where case_id = joined.case_id and kind = 'merge' and id > joined.since
                                      and (joined.until is null or id < joined.until)
                                    order by id
                                    limit 1) onward
                              join "case" into_it on into_it.reference = onward.about)
                        select e.kind, e.text, e.handed_to, e.about, e.author_name, e.written_at
                          from joined
                          join case_entry e on e.case_id = joined.case_id
                         where e.kind in ('answer', 'hand-over') and e.id > joined.since
                           and (joined.until is null or e.id < joined.until)
                           and not exists (select
                                             from case_entry onward
                                            where onward.case_id = joined.case_id and onward.kind = 'merge'
                                              and onward.id > joined.since and onward.id < e.id)
                         order by e.id""")
                .param("case", held.matter().id())
                .query(Cases::entry)
                .list();
    }

    /**
     * Whether the same person has written the same words about a case a moment ago, and nobody else anything since that
     * they may mean: a page that was left and come back to, and sent once more. A note answers nobody but notes.
     *
     * @param author null for the sender
     */
    boolean writtenJustNow(Case about, Entry entry, @Nullable StaffMember author) {
        return jdbc.sql("""
                        select exists (
                            select
                              from case_entry e
                             where e.case_id = :case and e.kind = :kind and e.text = :text
                               and e.author_id is not distinct from :author and e.written_at > :since
                               and not exists (select
                                                 from case_entry later
                                                where later.case_id = e.case_id and later.id > e.id
                                                  and later.author_id is distinct from e.author_id
                                                  and (later.kind <> 'note' or e.kind = 'note')))""")
                .param("case", about.matter().id())
                .param("kind", entry.kind().code())
                .param("text", entry.text())
                .param("author", author == null ? null : author.id(), Types.VARCHAR)
                .param("since", entry.writtenAt().minus(JUST_NOW).atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** Whether something was written with this key already. */
    boolean written(SubmissionKey key) {
        return jdbc.sql("select exists (select from case_entry where submission_key = :key)")
                .param("key", key.bytes())
                .query(Boolean.class)
                .single();
    }

    /** How often the sender has written about a case. */
    int replies(Case about) {
        return jdbc.sql("select count(*) from case_entry where case_id = :case and author_id is null")
                .param("case", about.matter().id())
                .query(Integer.class)
                .single();
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

    /**
     * Erases how senders can be reached, of cases that ended before a moment and are waiting for nothing, and of those that
     * were set aside and came before it; how many. Replicas share the work.
     */
    int erase(Instant endedBefore, Instant now, int limit) {
        return jdbc.sql("""
                        update "case"
                           set mail = null, telephone = null, erased_at = :now
                         where id in (select id
                                        from "case"
                                       where (mail is not null or telephone is not null)
                                         and coalesce(closed_at, answered_at, received_at) <= :endedBefore
                                         and (state in ('answered', 'closed') or set_aside is not null)
                                         and not exists (select from case_promise p
                                                          where p.case_id = "case".id
                                                            and p.ended_at > :endedBefore)
                                       limit :limit
                                         for update skip locked)""")
                .param("now", now.atOffset(UTC))
                .param("endedBefore", endedBefore.atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    /**
     * Erases the words of cases, and of the concerns among them, that ended before a moment and are waiting for nothing, or
     * that were set aside and came before it; how many. The digest of a concern goes too: whoever guesses the words could
     * tell by it that they are right. What is counted stays. Replicas share the work.
     */
    int eraseWords(Instant endedBefore, Instant now, int limit) {
        List<UUID> ended = jdbc.sql("""
                        update "case"
                           set message = case when message is null then null else :erased end, words_erased_at = :now
                         where id in (select id
                                        from "case"
                                       where words_erased_at is null
                                         and coalesce(closed_at, answered_at, received_at) <= :endedBefore
                                         and (state in ('answered', 'closed') or set_aside is not null)
                                         and not exists (select from case_promise p
                                                          where p.case_id = "case".id
                                                            and p.ended_at > :endedBefore)
                                         and not exists (select from case_entry e
                                                          where e.case_id = "case".id
                                                            and e.written_at > :endedBefore)
                                       limit :limit
                                         for update skip locked)
                        returning id""")
                .param("erased", ERASED)
                .param("now", now.atOffset(UTC))
                .param("endedBefore", endedBefore.atOffset(UTC))
                .param("limit", limit)
                .query(UUID.class)
                .list();
        for (String what : List.of(
                "update case_entry set text = :erased where case_id = any (:cases)",
                """
                update moderation set note = ''
                 where concern_id in (select id from concern where case_id = any (:cases))""",
                """
                update concern
                   set text = :erased, place = '', times = '', lat = null, lng = null, public_text = null,
                       public_at = null, content_digest = ''
                 where case_id = any (:cases)""",
                "update council_report set receipt = null, last_answer = '' where case_id = any (:cases)")) {
            jdbc.sql(what)
                    .param("erased", ERASED)
                    .param("cases", ended.toArray(UUID[]::new))
                    .update();
        }
        return ended.size();
    }

    private JdbcClient.StatementSpec wanted(String sql, CaseDesk.Search search) {
        @Nullable AreaCode area = search.area();
        @Nullable Set<CaseState> states = search.states();
        @Nullable LocalDate today = search.today();
        return jdbc.sql(sql)
                .param("areas", words(search.areas()))
                .param("area", area == null ? null : area.value())
                .param(
                        "states",
                        states == null
                                ? null
                                : states.stream().map(CaseState::word).collect(Collectors.joining(",")))
                .param("setAside", search.setAside())
                .param("holder", search.holder())
                .param("today", today)
                .param("nobodys", search.nobodys());
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
        @Nullable String holder = row.getString("holder_id");
        Matter matter = new Matter(
                row.getObject("id", UUID.class),
                new Reference(row.getString("reference")),
                Kind.of(row.getString("kind")),
                new AreaCode(row.getString("area_code")),
                row.getString("message"),
                new Matter.Reach(
                        row.getBoolean("has_mail"), row.getBoolean("has_telephone"), instantOrNull(row, "erased_at")),
                setAside == null ? null : SetAside.of(setAside),
                instant(row, "received_at"),
                holder == null ? null : new Holder(holder, row.getString("holder_name")),
                instantOrNull(row, "recourse_at"),
                row.getBoolean("urgent"),
                new Matter.Ties(reference(row, "merged_into"), reference(row, "split_from")));
        Instant askedAt = instant(row, "asked_at");
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "received" -> new Received(matter, askedAt, version);
            case "reopened" -> new Reopened(matter, instantOrNull(row, "answered_at"), askedAt, version);
            case "answered" -> new Answered(matter, askedAt, instant(row, "answered_at"), version);
            case "closed" ->
                new Closed(
                        matter,
                        askedAt,
                        instantOrNull(row, "answered_at"),
                        Closing.of(row.getString("closing")).orElseThrow(),
                        instant(row, "closed_at"),
                        version);
            case String other -> throw new SQLException("Case in an unknown state: " + other);
        };
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        @Nullable String to = row.getString("handed_to");
        return new Entry(
                Entry.Kind.of(row.getString("kind")),
                row.getString("text"),
                to == null ? null : new AreaCode(to),
                reference(row, "about"),
                row.getString("author_name"),
                instant(row, "written_at"));
    }

    private static @Nullable Reference reference(ResultSet row, String column) throws SQLException {
        @Nullable String value = row.getString(column);
        return value == null ? null : new Reference(value);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
