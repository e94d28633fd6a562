package org.bluelamp.feedback.insight;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds concerns and answers up by area and day beside the intake, as one statement: the last days every minute, and once
 * a day everything that pages look back to, because a case may be given to another team, and what was set aside may be
 * taken back. Rows that are right already are not written.
 */
@Service
class Counting {

    /** Two of the longest spans, so that each has one before it. */
    static final int KEPT_DAYS = 2 * Span.LONGEST + 8;

    private static final int RECENT_DAYS = 8;
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Counting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Run(
            @Nullable Instant countedAt, @Nullable LocalDate wholeOn) {}

    /** Counts if nobody has within a minute; of replicas, one does so. Whether it was counted. */
    @Transactional
    public boolean countIfDue() {
        Instant now = clock.instant();
        Optional<Run> run = run("skip locked")
                .filter(last ->
                        last.countedAt == null || !last.countedAt.plus(EVERY).isAfter(now));
        run.ifPresent(last -> count(last, now));
        return run.isPresent();
    }

    /** Counts now, after whoever counts at the moment. */
    @Transactional
    public void count() {
        run("").ifPresent(last -> count(last, clock.instant()));
    }

    private Optional<Run> run(String locked) {
        return jdbc.sql("select counted_at, whole_on from insight_run for update " + locked)
                .query((row, n) -> {
                    @Nullable OffsetDateTime counted = row.getObject("counted_at", OffsetDateTime.class);
                    return new Run(
                            counted == null ? null : counted.toInstant(), row.getObject("whole_on", LocalDate.class));
                })
                .optional();
    }

    private void count(Run last, Instant now) {
        LocalDate today = LondonTime.date(now);
        boolean whole = !today.equals(last.wholeOn);
        add(today.minusDays(whole ? KEPT_DAYS : RECENT_DAYS), today.minusDays(KEPT_DAYS));
        jdbc.sql("update insight_run set counted_at = :now, whole_on = :today")
                .param("now", now.atOffset(UTC))
                .param("today", today)
                .update();
    }

    /**
     * Everything from that day on; what is older than pages look back to goes. Each table is reached by neighbourhood, as
     * its index has it.
     */
    private void add(LocalDate from, LocalDate oldest) {
        jdbc.sql("""
                        with neighbourhood as (
                            select code from area where kind = 'neighbourhood'),
                        raised as (
                            select c.id, c.area_code, (c.received_at at time zone 'Europe/London')::date as day
                              from neighbourhood n
                              join concern c on c.area_code = n.code
                             where c.received_at >= :since and c.set_aside is null),
                        counted as (
                            select area_code, 'concern' as what, '' as word, day, count(*) as number
                              from raised
                             group by area_code, day
                            union all
                            select r.area_code, 'theme', ct.theme_code, r.day, count(*)
                              from raised r
                              join concern_theme ct on ct.concern_id = r.id
                             group by r.area_code, ct.theme_code, r.day
                            union all
                            select k.area_code, 'way', k.kind, (k.received_at at time zone 'Europe/London')::date,
                                   count(*)
                              from neighbourhood n
                              join "case" k on k.area_code = n.code
                             where k.received_at >= :since and k.set_aside is null
                               and coalesce(k.closing, '') not in ('no-message', 'hoax')
                             group by 1, 3, 4
                            union all
                            select p.area_code, 'answer',
                                   greatest(0, ceil(extract(epoch from p.answered_at - p.asked_at) / 3600))::integer::text,
                                   (p.ended_at at time zone 'Europe/London')::date, count(*)
                              from neighbourhood n
                              join case_promise p on p.area_code = n.code
                             where p.ended_at >= :since and p.answered_at is not null
                             group by 1, 3, 4),
                        summed as (
                            select up.code as area_code, c.what, c.word, c.day, sum(c.number)::integer as number
                              from counted c
                              join area up on up.code = c.area_code or starts_with(c.area_code, up.code || '/')
                             group by up.code, c.what, c.word, c.day),
                        gone as (
                            delete from insight_count held
                             where held.day < :oldest
                                or held.day >= :from
                               and not exists (select from summed s
                                                where s.area_code = held.area_code and s.what = held.what
                                                  and s.word = held.word and s.day = held.day))
                        insert into insight_count as held (area_code, what, word, day, number)
                        select area_code, what, word, day, number
                          from summed
                        on conflict (area_code, what, word, day) do update
                           set number = excluded.number
                         where held.number <> excluded.number""")
                .param("from", from)
                .param("oldest", oldest)
                .param("since", from.atStartOfDay(LondonTime.ZONE).toInstant().atOffset(UTC))
                .update();
    }
}
