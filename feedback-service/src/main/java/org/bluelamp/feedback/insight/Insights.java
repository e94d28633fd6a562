package org.bluelamp.feedback.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was added up of an area, ready to be read. {@link Counting} keeps it. */
@Repository
public class Insights {

    /** An answer that took no more hours, begun ones counted, came in time. */
    private static final int IN_TIME = 72;

    private static final int ROUNDS = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Insights(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When it was added up last; empty before the first time. */
    public Optional<Instant> countedAt() {
        return jdbc.sql("select counted_at from insight_run where counted_at is not null")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The first day of which the area has concerns; empty when it has none. */
    public Optional<LocalDate> since(AreaCode area) {
        return jdbc.sql("""
                        select min(day)
                          from insight_count
                         where area_code = :area and what = 'concern' and word = ''
                        having min(day) is not null""").param("area", area.value()).query(LocalDate.class).optional();
    }

    /** How many concerns an area had on each day that had some. */
    public SortedMap<LocalDate, Integer> days(AreaCode area, Span span) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        jdbc.sql("""
                        select day, number
                          from insight_count
                         where area_code = :area and what = 'concern' and word = '' and day between :from and :to""")
                .param("area", area.value())
                .param("from", span.from())
                .param("to", span.to())
                .query((RowCallbackHandler)
                        row -> days.put(row.getObject("day", LocalDate.class), row.getInt("number")));
        return days;
    }

    /** Concerns by theme, the most first; themes that had none in either period are left out. */
    public List<Change> themes(AreaCode area, Span span) {
        return jdbc.sql("""
                        select t.code, t.name, c.now, c.before
                          from theme t
                         cross join lateral (
                               select coalesce(sum(number) filter (where day >= :from), 0)::integer as now,
                                      coalesce(sum(number) filter (where day < :from), 0)::integer as before
                                 from insight_count
                                where area_code = :area and what = 'theme' and word = t.code
                                  and day between :begin and :to) as c
                         where c.now + c.before > 0
                         order by c.now desc, c.before desc, t.position""")
                .param("area", area.value())
                .param("begin", span.before().from())
                .param("from", span.from())
                .param("to", span.to())
                .query(Change.class)
                .list();
    }

    /**
     * Concerns by area, in the order of their codes; areas that had none are among them.
     *
     * @param theme only concerns about it; null for all, each once
     */
    public List<Change> areas(Collection<AreaCode> areas, @Nullable String theme, Span span) {
        return jdbc.sql("""
                        select a.code, a.name, c.now, c.before
                          from area a
                         cross join lateral (
                               select coalesce(sum(number) filter (where day >= :from), 0)::integer as now,
                                      coalesce(sum(number) filter (where day < :from), 0)::integer as before
                                 from insight_count
                                where area_code = a.code and what = :what and word = :word
                                  and day between :begin and :to) as c
                         where a.code = any (:areas)
                         order by string_to_array(a.code, '/')""")
                .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .param("what", theme == null ? "concern" : "theme")
                .param("word", theme == null ? "" : theme)
                .param("begin", span.before().from())
                .param("from", span.from())
                .param("to", span.to())
                .query(Change.class)
                .list();
    }

    /** What came by each way, concerns and messages alike. */
    public List<Change> ways(AreaCode area, Span span) {
        Map<String, Change> held = jdbc
                .sql("""
                        select word as code, word as name,
                               coalesce(sum(number) filter (where day >= :from), 0)::integer as now,
                               coalesce(sum(number) filter (where day < :from), 0)::integer as before
                          from insight_count
                         where area_code = :area and what = 'way' and day between :begin and :to
                         group by word""")
                .param("area", area.value())
                .param("begin", span.before().from())
                .param("from", span.from())
                .param("to", span.to())
                .query(Change.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Change::code, Function.identity()));
        return Arrays.stream(Kind.values())
                .map(kind -> {
                    @Nullable Change sums = held.get(kind.code());
                    return new Change(
                            kind.code(), kind.label(), sums == null ? 0 : sums.now(), sums == null ? 0 : sums.before());
                })
                .toList();
    }

    /** How what was owed an answer in a neighbourhood, or in those of a wider area, got one. */
    public Answers answers(AreaCode area, Collection<AreaCode> neighbourhoods, Span span) {
        SortedMap<Integer, Integer> hours = new TreeMap<>();
        jdbc.sql("""
                        select word, sum(number) as answers
                          from insight_count
                         where area_code = :area and what = 'answer' and day between :from and :to
                         group by word""")
                .param("area", area.value())
                .param("from", span.from())
                .param("to", span.to())
                .query((RowCallbackHandler)
                        row -> hours.put(Integer.valueOf(row.getString("word")), row.getInt("answers")));
        int all = hours.values().stream().mapToInt(Integer::intValue).sum();
        int inTime = hours.headMap(IN_TIME + 1).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return jdbc.sql("""
                        select count(*) as open, count(*) filter (where due_at < :now) as overdue,
                               count(*) filter (where due_at < least(:now, :end)) as overdue_then
                          from "case"
                         where area_code = any (:areas) and state in ('received', 'reopened') and set_aside is null""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "end",
                        span.to()
                                .plusDays(1)
                                .atStartOfDay(LondonTime.ZONE)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .param("areas", neighbourhoods.stream().map(AreaCode::value).toArray(String[]::new))
                .query((row, n) -> new Answers(
                        inTime,
                        all - inTime,
                        all + row.getInt("overdue_then"),
                        half(hours, all),
                        row.getInt("open"),
                        row.getInt("overdue")))
                .single();
    }

    private static @Nullable Integer half(SortedMap<Integer, Integer> hours, int all) {
        int so = 0;
        for (var each : hours.entrySet()) {
            so += each.getValue();
            if (2 * so >= all) {
                return each.getKey();
            }
        }
        return null;
    }

    /**
     * A round of the period.
     *
     * @param area the neighbourhood's name
     * @param state its state as a word of the database
     * @param withCode how many people with a code were heard, as far as added up
     * @param withoutCode how many answers came without one
     */
    public record RoundLine(RoundId id, String title, String area, String state, int withCode, int withoutCode) {}

    /** Rounds of an area that were open in the period, the latest first, fifty at most. */
    public List<RoundLine> rounds(AreaCode area, Span span) {
        return jdbc.sql("""
                        select r.id, r.title, coalesce(a.name, r.area_code) as area, r.state,
                               coalesce(x.verified, 0) as verified, coalesce(x.unverified, 0) as unverified
                          from round r
                          left join area a on a.code = r.area_code
                          left join round_result x on x.round_id = r.id
                         where (r.area_code = :area or starts_with(r.area_code, :area || '/'))
                           and r.state <> 'planned' and r.opens_on <= :to and r.closes_on >= :from
                         order by r.opens_on desc, r.id
                         limit :limit""")
                .param("area", area.value())
                .param("from", span.from())
                .param("to", span.to())
                .param("limit", ROUNDS)
                .query((row, n) -> new RoundLine(
                        new RoundId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("title"),
                        row.getString("area"),
                        row.getString("state"),
                        row.getInt("verified"),
                        row.getInt("unverified")))
                .list();
    }
}
