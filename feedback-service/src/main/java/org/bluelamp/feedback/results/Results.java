package org.bluelamp.feedback.results;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.voice.AgeBand;
import org.bluelamp.feedback.voice.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rounds found, ready to be read. {@link Tallying} keeps it. */
@Repository
public class Results {

    private final JdbcClient jdbc;

    Results(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a round found; empty while nothing was added up. */
    public Optional<Result> of(Round round) {
        UUID id = round.id().value();
        record Head(int verified, int unverified, int setAside, int concerns, boolean complete, Instant at) {}
        Optional<Head> head = jdbc.sql("select * from round_result where round_id = :round")
                .param("round", id)
                .query((row, n) -> new Head(
                        row.getInt("verified"),
                        row.getInt("unverified"),
                        row.getInt("set_aside"),
                        row.getInt("concerns"),
                        row.getBoolean("final"),
                        Objects.requireNonNull(row.getObject("computed_at", OffsetDateTime.class))
                                .toInstant()))
                .optional();
        return head.map(sums -> new Result(
                round,
                sums.verified,
                sums.unverified,
                sums.setAside,
                sums.concerns,
                findings(round),
                themes(id),
                sums.complete,
                sums.at));
    }

    private List<Found> findings(Round round) {
        record Key(int question, int option) {}
        Map<Key, Tally> held = new HashMap<>();
        jdbc.sql("select * from round_tally where round_id = :round")
                .param("round", round.id().value())
                .query((RowCallbackHandler) row -> held.put(
                        new Key(row.getInt("question"), row.getInt("option")),
                        new Tally(
                                row.getInt("option"),
                                "",
                                row.getInt("verified"),
                                row.getInt("unverified"),
                                row.getInt("firsts"),
                                row.getLong("points"))));
        List<Found> findings = new ArrayList<>();
        for (Question question : round.survey().questions()) {
            List<String> options = question.asked().options();
            List<Tally> tallies = IntStream.rangeClosed(1, options.size())
                    .mapToObj(option -> {
                        @Nullable Tally tally = held.get(new Key(question.number(), option));
                        String text = options.get(option - 1);
                        return tally == null
                                ? new Tally(option, text, 0, 0, 0, 0)
                                : new Tally(
                                        option,
                                        text,
                                        tally.verified(),
                                        tally.unverified(),
                                        tally.firsts(),
                                        tally.points());
                    })
                    .toList();
            @Nullable Tally all = held.get(new Key(question.number(), 0));
            findings.add(
                    new Found(question, all == null ? 0 : all.verified(), all == null ? 0 : all.unverified(), tallies));
        }
        return findings;
    }

    private List<ThemeCount> themes(UUID round) {
        return jdbc.sql("""
                        select t.code, t.name, r.concerns
                          from round_theme r join theme t on t.code = r.theme_code
                         where r.round_id = :round
                         order by r.concerns desc, t.position""")
                .param("round", round)
                .query((row, n) -> new ThemeCount(row.getString("code"), row.getString("name"), row.getInt("concerns")))
                .list();
    }

    /** Who was heard: by age, by part of the neighbourhood and by the way a voice came, those that anything is known of. */
    public Map<String, Heard> heard(Round round) {
        Map<String, Map<String, Integer>> sums = new HashMap<>();
        jdbc.sql("select dimension, value, voices from round_heard where round_id = :round")
                .param("round", round.id().value())
                .query((RowCallbackHandler)
                        row -> sums.computeIfAbsent(row.getString("dimension"), dimension -> new HashMap<>())
                                .put(row.getString("value"), row.getInt("voices")));
        int all = sums.getOrDefault("channel", Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        Map<String, Heard> heard = new LinkedHashMap<>();
        Map<String, String> ages = new LinkedHashMap<>();
        Arrays.stream(AgeBand.values()).forEach(band -> ages.put(band.code(), band.label()));
        heard.put("Age", heard(sums.getOrDefault("age", Map.of()), ages, all));
        if (!round.plan().parts().isEmpty()) {
            Map<String, String> parts = new LinkedHashMap<>();
            round.plan().parts().forEach(part -> parts.put(part, part));
            heard.put("Part of the neighbourhood", heard(sums.getOrDefault("part", Map.of()), parts, all));
        }
        Map<String, String> channels = new LinkedHashMap<>();
        Arrays.stream(Channel.values()).forEach(channel -> channels.put(channel.word(), channel.label()));
        heard.put("Way", heard(sums.getOrDefault("channel", Map.of()), channels, all));
        return heard;
    }

    /** A small group that is alone among those left out could be reckoned from the rest, so the next one goes with it. */
    private static Heard heard(Map<String, Integer> sums, Map<String, String> names, int all) {
        List<Heard.Group> groups = names.entrySet().stream()
                .map(name -> new Heard.Group(name.getValue(), sums.getOrDefault(name.getKey(), 0)))
                .filter(group -> group.people() > 0)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Heard.Group> hidden = groups.stream()
                .filter(group -> !SmallGroups.shown(group.people()))
                .collect(Collectors.toCollection(ArrayList::new));
        groups.removeAll(hidden);
        while (!groups.isEmpty()
                && !hidden.isEmpty()
                && (hidden.size() == 1
                        || !SmallGroups.shown(
                                hidden.stream().mapToInt(Heard.Group::people).sum()))) {
            Heard.Group next = Collections.min(groups, Comparator.comparingInt(Heard.Group::people));
            groups.remove(next);
            hidden.add(next);
        }
        return new Heard(
                groups, all - groups.stream().mapToInt(Heard.Group::people).sum());
    }

    /**
     * Some of the words that were written to one question.
     *
     * @param texts the words
     * @param next after which more follow; null when these are the last
     */
    public record Words(List<String> texts, @Nullable UUID next) {}

    /**
     * Words of a round that were written to one question, for its team, in no order of time.
     *
     * @param after what {@link Words#next} told; null for the first ones
     */
    public Words words(Round round, int question, @Nullable UUID after, int limit) {
        record Written(UUID id, String words) {}
        List<Written> found = jdbc.sql("""
                        select v.id, a.words
                          from voice v join voice_answer a on a.voice_id = v.id
                         where v.round_id = :round and a.question = :question and a.words is not null
                           and v.set_aside is null
                           and (cast(:after as uuid) is null or v.id > :after)
                         order by v.id
                         limit :limit""")
                .param("round", round.id().value())
                .param("question", question)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, n) -> new Written(row.getObject("id", UUID.class), row.getString("words")))
                .list();
        List<Written> shown = found.subList(0, Math.min(limit, found.size()));
        return new Words(
                shown.stream().map(Written::words).toList(),
                found.size() > limit ? shown.getLast().id() : null);
    }

    /** Rounds of which something is to be added up: much has come since, or they have closed since. */
    List<RoundId> stale(Instant now, int limit) {
        return jdbc.sql("""
                        select r.id
                          from round r
                          left join round_result x on x.round_id = r.id
                         where r.state <> 'planned'
                           and (x.round_id is null
                                or not x.final and r.state <> 'open'
                                or r.state = 'open' and x.computed_at < :aWhileAgo
                                or r.state = 'open' and x.computed_at < :justNow
                                   and x.verified + x.unverified <>
                                       (select coalesce(sum(voices), 0)
                                          from round_heard h
                                         where h.round_id = r.id and h.dimension = 'channel'))
                         limit :limit""")
                .param("aWhileAgo", now.minusSeconds(300).atOffset(UTC))
                .param("justNow", now.minusSeconds(20).atOffset(UTC))
                .param("limit", limit)
                .query((row, n) -> new RoundId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Lets a round be added up again though it has closed. */
    void unsettle(RoundId round) {
        jdbc.sql("update round_result set final = false where round_id = :round")
                .param("round", round.value())
                .update();
    }

    /** Lets one replica add a round up, until the transaction ends. */
    boolean claim(RoundId round) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('tally ' || :round, 0))")
                .param("round", round.toString())
                .query(Boolean.class)
                .single();
    }

    /** Adds a round up anew, as sets. */
    void addUp(Round round, @Nullable Instant since, Instant until, boolean complete, Instant now) {
        UUID id = round.id().value();
        jdbc.sql("delete from round_result where round_id = :round")
                .param("round", id)
                .update();
        jdbc.sql("""
                        insert into round_result (round_id, verified, unverified, set_aside, concerns, final, computed_at)
                        select :round,
                               count(*) filter (where verified),
                               count(*) filter (where not verified and set_aside is null),
                               count(*) filter (where set_aside is not null),
                               (select count(*)
                                  from concern
                                 where area_code = :area and set_aside is null
                                   and received_at >= :since and received_at < :until),
                               :final, :now
                          from voice
                         where round_id = :round""")
                .param("round", id)
                .param("area", round.area().value())
                .param("since", at(since))
                .param("until", until.atOffset(UTC))
                .param("final", complete)
                .param("now", now.atOffset(UTC))
                .update();
        jdbc.sql("""
                        with answered as (
                            select v.id, v.verified, a.question, a.option, a.rank
                              from voice v join voice_answer a on a.voice_id = v.id
                             where v.round_id = :round and v.set_aside is null)
                        insert into round_tally (round_id, question, option, verified, unverified, firsts, points)
                        select :round, a.question, a.option,
                               count(*) filter (where a.verified),
                               count(*) filter (where not a.verified),
                               count(*) filter (where a.verified and a.rank = 1),
                               coalesce(sum(cardinality(q.options) + 1 - a.rank) filter (where a.verified), 0)
                          from answered a
                          join round_question q on q.round_id = :round and q.number = a.question
                         where a.option is not null
                         group by a.question, a.option
                        union all
                        select :round, question, 0,
                               count(distinct id) filter (where verified),
                               count(distinct id) filter (where not verified),
                               0, 0
                          from answered
                         group by question""").param("round", id).update();
        jdbc.sql("""
                        insert into round_theme (round_id, theme_code, concerns)
                        select :round, ct.theme_code, count(*)
                          from concern c join concern_theme ct on ct.concern_id = c.id
                         where c.area_code = :area and c.set_aside is null
                           and c.received_at >= :since and c.received_at < :until
                         group by ct.theme_code""")
                .param("round", id)
                .param("area", round.area().value())
                .param("since", at(since))
                .param("until", until.atOffset(UTC))
                .update();
    }

    /** Concerns about a theme in a round's time, those a priority may be linked to, at most so many. */
    List<String> concerns(Round round, @Nullable Instant since, Instant until, List<String> themes, int limit) {
        return jdbc.sql("""
                        select c.reference
                          from concern c
                         where c.area_code = :area and c.set_aside is null
                           and c.received_at >= :since and c.received_at < :until
                           and exists (select from concern_theme ct
                                        where ct.concern_id = c.id and ct.theme_code = any (:themes))
                         order by c.received_at desc, c.id desc
                         limit :limit""")
                .param("area", round.area().value())
                .param("since", at(since))
                .param("until", until.atOffset(UTC))
                .param("themes", themes.toArray(String[]::new))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private static OffsetDateTime at(@Nullable Instant since) {
        return (since == null ? Instant.EPOCH : since).atOffset(UTC);
    }
}
