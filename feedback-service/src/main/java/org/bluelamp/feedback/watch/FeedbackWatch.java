package org.bluelamp.feedback.watch;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.bluelamp.feedback.cases.DangerCalls;
import org.bluelamp.feedback.round.RoundDesk;
import org.bluelamp.messaging.Watch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at what of residents waits for people and for programs, so that somebody is called when it waits for too long.
 * Numbers only: it says of nobody what they wrote.
 */
@Component
class FeedbackWatch extends Watch {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final Duration GIVEN_UP_SINCE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final RoundDesk rounds;
    private final Clock clock;
    private volatile Seen seen = new Seen(null, 0, 0, 0);
    private volatile int overdue;

    FeedbackWatch(JdbcClient jdbc, RoundDesk rounds, Clock clock, MeterRegistry registry) {
        super("feedback", EVERY, clock, registry);
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.clock = clock;
        TimeGauge.builder("feedback.urgent.oldest", this::urgentFor, TimeUnit.SECONDS)
                .description("For how long the oldest case that speaks of danger has been with nobody")
                .register(registry);
        gauge("feedback.rounds.overdue", "Rounds whose day to open or to close has come", watch -> watch.overdue)
                .register(registry);
        gauge("feedback.council.waiting", "Reports to councils that are to be sent", watch -> watch.seen.waiting)
                .register(registry);
        gauge(
                        "feedback.council.given.up",
                        "Reports to councils that were given up within a day",
                        watch -> watch.seen.givenUp)
                .register(registry);
        gauge("feedback.intake.lately", "Cases of the last ten minutes", watch -> watch.seen.lately)
                .register(registry);
    }

    private Gauge.Builder<FeedbackWatch> gauge(String name, String description, ToDoubleFunction<FeedbackWatch> value) {
        return Gauge.builder(name, this, value).description(description);
    }

    @Override
    protected void see() {
        overdue = rounds.due().size();
        Instant now = clock.instant();
        seen = jdbc.sql("""
                        select (select min(coalesce(c.urgent_since, c.asked_at))
                                  from "case" c
                                 where """ + DangerCalls.WITH_NOBODY + """
                               ) as urgent_since,
                               (select count(*) from council_report where state = 'waiting') as waiting,
                               (select count(*) from council_report
                                 where state = 'given-up' and settled_at > :givenUpSince) as given_up,
                               -- by area, because that is how cases are found by their arrival
                               (select count(*) from area a
                                  join "case" c on c.area_code = a.code and c.received_at > :lately) as lately""")
                .param("givenUpSince", now.minus(GIVEN_UP_SINCE).atOffset(UTC))
                .param("lately", now.minus(LATELY).atOffset(UTC))
                .query((row, n) -> {
                    @Nullable OffsetDateTime urgent = row.getObject("urgent_since", OffsetDateTime.class);
                    return new Seen(
                            urgent == null ? null : urgent.toInstant(),
                            row.getInt("waiting"),
                            row.getInt("given_up"),
                            row.getInt("lately"));
                })
                .single();
    }

    private double urgentFor() {
        Instant since = seen.urgentSince;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }

    /**
     * What was there when it looked.
     *
     * @param urgentSince since when the oldest case that speaks of danger waits that nobody has taken or written about since
     * @param waiting reports to councils that are to be sent
     * @param givenUp reports to councils that were given up within a day
     * @param lately cases of the last ten minutes
     */
    private record Seen(@Nullable Instant urgentSince, int waiting, int givenUp, int lately) {}
}
