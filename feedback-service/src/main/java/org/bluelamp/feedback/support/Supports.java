package org.bluelamp.feedback.support;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What everybody may read and support, and all support. There is no way in it from a support with a code to a person. */
@Repository
public class Supports {

    /** How many concerns a page of the list for everybody holds. */
    public static final int PAGE = 20;

    /** How many are offered at most instead of repeating them. */
    public static final int MOST_SIMILAR = 5;

    /** How many of the concerns that led to a priority are shown with it. */
    public static final int MOST_WITH_A_PRIORITY = 5;

    /** How many different words of a text are compared: what it is about stands at its beginning. */
    private static final int MOST_WORDS = 60;

    private static final String CONCERN = """
            select c.reference, c.public_text, c.public_at, c.supporters,
                   (select count(*)
                      from support s
                      join concern own on own.id = s.own_concern_id
                     where s.concern_id = c.id and own.set_aside is null) as unconfirmed
              from concern c
            """;

    private static final String PRIORITY = """
            select p.id, p.issue, p.why, p.set_on,
                   (select count(*) from support s where s.priority_id = p.id and s.verified) as confirmed,
                   (select count(*)
                      from support s
                      join concern own on own.id = s.own_concern_id
                     where s.priority_id = p.id and own.set_aside is null) as unconfirmed
              from priority p
            """;

    private final JdbcClient jdbc;

    Supports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What of a neighbourhood is like a text: current priorities, then concerns of one of the same themes, the most alike
     * first. At least two words have to be the same, in whatever form. Only the thousand concerns that were let out last
     * and the hundred that most support are looked at, so that it takes as long with two hundred thousand.
     *
     * @param themes codes of the themes that the text is about
     */
    public List<Said> similar(AreaCode area, Collection<String> themes, String text) {
        String words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.joining(" "));
        List<Said> similar = new ArrayList<>(jdbc.sql(PRIORITY + """
                         where p.area_code = :area and p.place is not null
                           and (select count(*)
                                  from unnest(tsvector_to_array(to_tsvector('english', p.issue || ' ' || p.why))) as word
                                 where word = any (tsvector_to_array(to_tsvector('english', :words)))) >= 2
                         order by p.place""")
                .param("area", area.value())
                .param("words", words)
                .query(Supports::priority)
                .list());
        similar.addAll(jdbc.sql("""
                        with typed as materialized (
                            select replace(plainto_tsquery('english', :words)::text, ' & ', ' | ')::tsquery as any_word,
                                   tsvector_to_array(to_tsvector('english', :words)) as words),
                        near as materialized (
                            (select id, public_words
                               from concern
                              where area_code = :area and public_text is not null
                              order by public_at desc
                              limit 1000)
                            union all
                            (select id, public_words
                               from concern
                              where area_code = :area and public_text is not null and supporters > 0
                              order by supporters desc
                              limit 100)),
                        alike as materialized (
                            select distinct near.id, ts_rank(near.public_words, typed.any_word) as rank
                              from near, typed
                             where near.public_words @@ typed.any_word
                               and exists (select
                                             from concern_theme t
                                            where t.concern_id = near.id and t.theme_code = any (:themes))
                             order by rank desc, id desc
                             limit 30),
                        closest as materialized (
                            select c.id, same.words, alike.rank
                              from alike
                              join concern c on c.id = alike.id, typed,
                           lateral (select count(*) as words
                                      from unnest(tsvector_to_array(c.public_words)) as word
                                     where word = any (typed.words)) as same
                             where same.words >= least(2, cardinality(typed.words))
                             order by same.words desc, c.supporters desc, c.id desc
                             limit :limit)
                        """ + CONCERN + """
                          join closest on closest.id = c.id
                         order by closest.words desc, c.supporters desc, c.id desc""")
                .param("area", area.value())
                .param("words", words)
                .param("themes", themes.toArray(String[]::new))
                .param("limit", MOST_SIMILAR - similar.size())
                .query(Supports::concern)
                .list());
        return List.copyOf(similar);
    }

    /** What can be supported in a neighbourhood; empty when nobody may read it, or the team works on it no more. */
    public Optional<Said> find(AreaCode area, Cause cause) {
        return switch (cause) {
            case Cause.OfConcern(var reference) ->
                jdbc.sql(CONCERN + """
                                 where c.reference = :reference and c.area_code = :area and c.public_text is not null""")
                        .param("reference", reference.value())
                        .param("area", area.value())
                        .query(Supports::concern)
                        .optional();
            case Cause.OfPriority(var id) ->
                jdbc.sql(PRIORITY + " where p.id = :id and p.area_code = :area and p.place is not null")
                        .param("id", id)
                        .param("area", area.value())
                        .query(Supports::priority)
                        .optional();
        };
    }

    /** What the team of a neighbourhood works on. */
    public List<Said> priorities(AreaCode area) {
        return jdbc.sql(PRIORITY + " where p.area_code = :area and p.place is not null order by p.place")
                .param("area", area.value())
                .query(Supports::priority)
                .list();
    }

    /**
     * A page of the concerns of a neighbourhood that everybody may read, and one more when there are more.
     *
     * @param supported those that most people support first, instead of what was let out last
     * @param page from 1
     */
    public List<Said> concerns(AreaCode area, boolean supported, int page) {
        return jdbc.sql(CONCERN + " where c.area_code = :area and c.public_text is not null order by "
                        + (supported ? "c.supporters desc, " : "")
                        + "c.public_at desc, c.id desc limit :limit offset :offset")
                .param("area", area.value())
                .param("limit", PAGE + 1)
                .param("offset", (page - 1) * PAGE)
                .query(Supports::concern)
                .list();
    }

    /** How many support each of some priorities, whether the teams work on them still or did. */
    public Map<UUID, Backing> backing(Collection<UUID> priorities) {
        return jdbc
                .sql(PRIORITY + " where p.id = any (:ids)")
                .param("ids", priorities.toArray(UUID[]::new))
                .query(Supports::priority)
                .list()
                .stream()
                .collect(Collectors.toMap(said -> ((Cause.OfPriority) said.cause()).id(), Said::backing));
    }

    /**
     * Of the concerns that led to each of some priorities those that everybody may read, what most people support first;
     * {@value #MOST_WITH_A_PRIORITY} of each at most. A priority of which none can be shown is not in it.
     */
    public Map<UUID, List<Said>> ledTo(Collection<UUID> priorities) {
        Map<UUID, List<Said>> ledTo = new HashMap<>();
        jdbc.sql("""
                        select wanted.id as wanted, said.*
                          from unnest(:ids) as wanted (id)
                         cross join lateral (
                        """ + CONCERN + """
                                 join priority_concern pc on pc.concern_id = c.id
                                where pc.priority_id = wanted.id and c.public_text is not null
                                order by c.supporters desc, c.public_at desc, c.id desc
                                limit :limit) said
                         order by said.supporters desc, said.public_at desc""")
                .param("ids", priorities.toArray(UUID[]::new))
                .param("limit", MOST_WITH_A_PRIORITY)
                .query((RowCallbackHandler)
                        row -> ledTo.computeIfAbsent(row.getObject("wanted", UUID.class), id -> new ArrayList<>())
                                .add(concern(row, 0)));
        return ledTo;
    }

    /**
     * A submission that is kept.
     *
     * @param round the round in which it counts
     * @param once what ties its code to what it supports; null when that is forgotten
     */
    record Held(RoundId round, byte @Nullable [] once) {}

    /** The submission with that key; empty when none is kept. */
    Optional<Held> held(SubmissionKey key) {
        return jdbc.sql("select round_id, once from support where submission_key = :key and verified")
                .param("key", key.bytes())
                .query((row, n) -> new Held(new RoundId(row.getObject("round_id", UUID.class)), row.getBytes("once")))
                .optional();
    }

    /** Keeps a support with a code; false when the code has supported this, or the submission is kept. */
    boolean add(Cause cause, RoundId round, byte[] once, SubmissionKey key, LocalDate day) {
        int added = insert(cause, """
                        insert into support (id, concern_id, priority_id, verified, round_id, once, submission_key,
                                             supported_on)
                        select :id, %s, true, :round, :once, :key, :day
                          from %s
                        on conflict do nothing""")
                .param("round", round.value())
                .param("once", once)
                .param("key", key.bytes())
                .param("day", day)
                .update();
        if (added == 1 && cause instanceof Cause.OfConcern(var reference)) {
            jdbc.sql("update concern set supporters = supporters + 1 where reference = :reference")
                    .param("reference", reference.value())
                    .update();
        }
        return added == 1;
    }

    /**
     * Ties a concern that was just kept to what it means as well; it counts as support without a code. What nobody may
     * read any more is left alone.
     */
    public void second(AreaCode area, Cause cause, Reference own, SubmissionKey key, LocalDate day) {
        if (find(area, cause).isPresent()) {
            insert(cause, """
                            insert into support (id, concern_id, priority_id, verified, own_concern_id, submission_key,
                                                 supported_on)
                            select :id, %s, false, own.id, :key, :day
                              from %s, concern own
                             where own.reference = :own
                            on conflict do nothing""")
                    .param("own", own.value())
                    .param("key", key.bytes())
                    .param("day", day)
                    .update();
        }
    }

    private JdbcClient.StatementSpec insert(Cause cause, String sql) {
        return switch (cause) {
            case Cause.OfConcern(var reference) ->
                jdbc.sql(sql.formatted(
                                "c.id, null::uuid", "(select id from concern where reference = :reference) as c"))
                        .param("id", UUID.randomUUID())
                        .param("reference", reference.value());
            case Cause.OfPriority(var priority) ->
                jdbc.sql(sql.formatted("null::bigint, p.id", "(select id from priority where id = :priority) as p"))
                        .param("id", UUID.randomUUID())
                        .param("priority", priority);
        };
    }

    /** What a concern supports; empty when it stands alone. */
    public Optional<Cause> supportedBy(Reference own) {
        return jdbc.sql("""
                        select c.reference, s.priority_id
                          from support s
                          join concern own on own.id = s.own_concern_id
                          left join concern c on c.id = s.concern_id
                         where own.reference = :own""")
                .param("own", own.value())
                .query((row, n) -> {
                    String reference = row.getString("reference");
                    return reference == null
                            ? (Cause) new Cause.OfPriority(row.getObject("priority_id", UUID.class))
                            : new Cause.OfConcern(new Reference(reference));
                })
                .optional();
    }

    /** Forgets by which code support was given in rounds that closed before a time. */
    int forget(Instant closedBefore, int limit) {
        return jdbc.sql("""
                        update support
                           set once = null
                         where id in (
                               select s.id
                                 from support s join round r on r.id = s.round_id
                                where s.once is not null and r.closed_at < :before
                                limit :limit)""")
                .param("before", closedBefore.atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    private static Said concern(ResultSet row, int n) throws SQLException {
        return new Said(
                new Cause.OfConcern(new Reference(row.getString("reference"))),
                row.getString("public_text"),
                LondonTime.date(Objects.requireNonNull(row.getObject("public_at", OffsetDateTime.class))
                        .toInstant()),
                new Backing(row.getInt("supporters"), row.getInt("unconfirmed")));
    }

    private static Said priority(ResultSet row, int n) throws SQLException {
        return new Said(
                new Cause.OfPriority(row.getObject("id", UUID.class)),
                row.getString("issue"),
                row.getObject("set_on", LocalDate.class),
                new Backing(row.getInt("confirmed"), row.getInt("unconfirmed")));
    }
}
