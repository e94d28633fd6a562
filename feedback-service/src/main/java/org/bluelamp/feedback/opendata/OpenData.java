package org.bluelamp.feedback.opendata;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.bluelamp.feedback.results.SmallGroups;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What residents raise, as far as everybody may know it. */
@Repository
class OpenData {

    private static final Logger log = LoggerFactory.getLogger(OpenData.class);

    /** How far back it goes, in months. */
    static final int MONTHS = 24;

    /** How many published concerns a page holds. */
    static final int PAGE = 500;

    /** The last page there is: a hundred thousand concerns, of which a force publishes thousands a year. */
    static final int LAST_PAGE = 200;

    /** Anybody may ask, in any number of ways that no cache knows to be the same. */
    private static final int LONGEST_SECONDS = 10;

    private static final Duration KEPT = Duration.ofHours(1);

    /** How long nobody counts again after it failed: a database that is too slow must not be asked by everybody. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final HomeForce home;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable Months kept;

    OpenData(JdbcClient jdbc, HomeForce home, Clock clock) {
        this.jdbc = jdbc;
        this.home = home;
        this.clock = clock;
    }

    /**
     * How many concerns a neighbourhood's residents raised about a theme in a month.
     *
     * @param area the neighbourhood's code
     * @param month year and month
     * @param theme the theme's code
     * @param concerns how many; null when there are fewer than {@link SmallGroups#FEWEST}, but some
     */
    record MonthOfTheme(
            String area,
            String month,
            String theme,
            @Nullable Integer concerns) {}

    /** What was counted, or why it could not be, and until when that is told. */
    private record Months(
            List<MonthOfTheme> counted, @Nullable DataAccessException failure, Instant until) {

        boolean tellable(Instant now) {
            return now.isBefore(until);
        }

        List<MonthOfTheme> rows() {
            if (failure != null) {
                throw failure;
            }
            return counted;
        }
    }

    /**
     * All of them, of the months that are over; a month in progress would tell of single days. They are counted once an
     * hour, however many ask; those who ask meanwhile read what was counted before, and only the first wait.
     *
     * @throws DataAccessException when they cannot be counted, and never were; nobody tries again within a minute
     */
    List<MonthOfTheme> months() {
        Months before = kept;
        if (before != null && before.tellable(clock.instant())) {
            return before.rows();
        }
        if (before == null) {
            counting.lock();
        } else if (!counting.tryLock()) {
            return before.rows();
        }
        try {
            Months now = kept;
            if (now == null || !now.tellable(clock.instant())) {
                now = countAfter(now);
                kept = now;
            }
            return now.rows();
        } finally {
            counting.unlock();
        }
    }

    private Months countAfter(@Nullable Months before) {
        try {
            return new Months(count(), null, clock.instant().plus(KEPT));
        } catch (DataAccessException failure) {
            log.warn("Concerns could not be counted for open data: {}", failure.getMessage());
            Instant again = clock.instant().plus(PAUSE);
            return before == null || before.failure() != null
                    ? new Months(List.of(), failure, again)
                    : new Months(before.counted(), null, again);
        }
    }

    /** Has them counted the next time somebody asks. */
    void forget() {
        kept = null;
    }

    private List<MonthOfTheme> count() {
        LocalDate thisMonth = LondonTime.date(clock.instant()).withDayOfMonth(1);
        return jdbc.sql("""
                        select c.area_code,
                               to_char(c.received_at at time zone 'Europe/London', 'YYYY-MM') as month,
                               ct.theme_code, count(*) as concerns
                          from concern c join concern_theme ct on ct.concern_id = c.id
                         where c.set_aside is null and starts_with(c.area_code, :force || '/')
                           and c.received_at >= :from and c.received_at < :to
                         group by 1, 2, 3
                         order by 1, 2, 3""")
                .withQueryTimeout(LONGEST_SECONDS)
                .param("force", home.code().value())
                .param("from", midnight(thisMonth.minusMonths(MONTHS)))
                .param("to", midnight(thisMonth))
                .query((row, n) -> new MonthOfTheme(
                        row.getString("area_code"),
                        row.getString("month"),
                        row.getString("theme_code"),
                        SmallGroups.shown(row.getInt("concerns")) ? (Integer) row.getInt("concerns") : null))
                .list();
    }

    /**
     * A concern that moderation has let out.
     *
     * @param area the neighbourhood's code
     * @param themes codes of its themes
     * @param text its words, without what names people
     * @param publishedOn the day it was let out
     */
    record PublishedConcern(String area, List<String> themes, String text, LocalDate publishedOn) {}

    /** Published concerns, what was let out last first; none after the last page. */
    List<PublishedConcern> published(int page) {
        if (page > LAST_PAGE) {
            return List.of();
        }
        return jdbc.sql("""
                        select c.area_code, c.public_text, c.public_at,
                               (select array_agg(ct.theme_code order by ct.theme_code)
                                  from concern_theme ct
                                 where ct.concern_id = c.id) as themes
                          from concern c
                         where c.public_text is not null and starts_with(c.area_code, :force || '/')
                         order by c.public_at desc, c.id
                         limit :limit offset :offset""")
                .withQueryTimeout(LONGEST_SECONDS)
                .param("force", home.code().value())
                .param("limit", PAGE)
                .param("offset", (Math.max(1, page) - 1L) * PAGE)
                .query((row, n) -> new PublishedConcern(
                        row.getString("area_code"),
                        Arrays.asList((String[]) row.getArray("themes").getArray()),
                        row.getString("public_text"),
                        LondonTime.date(instant(row.getObject("public_at", OffsetDateTime.class)))))
                .list();
    }

    private static Instant instant(@Nullable OffsetDateTime time) {
        return Objects.requireNonNull(time).toInstant();
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(LondonTime.ZONE).toInstant().atOffset(UTC);
    }
}
