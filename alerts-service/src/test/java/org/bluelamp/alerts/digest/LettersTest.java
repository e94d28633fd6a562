package org.bluelamp.alerts.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.alerts.preference.Topic;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Letters of a day, written when a test says so. */
class LettersTest extends AlertsTest {

    @Autowired
    private Letters letters;

    @Autowired
    private LetterClock letterClock;

    @Autowired
    private LetterSettings settings;

    @Autowired
    private MeterRegistry meters;

    @Test
    void a_weekly_letter_tells_of_news_priorities_and_meetings_in_groups_newest_first_and_of_no_other_area() {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "weekly");
        published("Older news", STEVENAGE_NORTH);
        clock.moveBy(Duration.ofHours(2));
        published("Newer news", STEVENAGE);
        published("News of Watford", TOWN_CENTRE);
        priority(1, "continued", "Four bikes seized.");
        meeting(5);
        awaitQuiet();
        assertThat(MAIL.all()).as("nothing comes at once").isEmpty();

        assertThat(letters.write(today())).hasValue(1);
        var mail = awaitMail("rosa.field@example.org", 1);
        assertThat(mail.subject()).isEqualTo("What is new in Stevenage North");
        assertThat(mail.sender()).startsWith("Stevenage North Neighbourhood Policing Team");
        for (var content : new String[] {mail.text(), mail.html()}) {
            assertThat(content)
                    .containsSubsequence(
                            "News",
                            "Newer news",
                            "Older news",
                            "Priorities: you said, we did",
                            "What we did: Four bikes seized.",
                            "Meet your team",
                            "Street meet")
                    .contains(mail.link("unsubscribe"), mail.link("manage"), "/news/older-news", "/your-area/stevenage")
                    .doesNotContain("Watford");
        }
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void letters_of_a_day_are_written_once_though_two_replicas_begin_at_the_same_moment()
            throws ExecutionException, InterruptedException {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "daily");
        published("Once", STEVENAGE_NORTH);
        var day = today();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<OptionalInt> replica = () -> letters.write(day);
            var both = new ArrayList<Future<OptionalInt>>();
            both.add(threads.submit(replica));
            both.add(threads.submit(replica));
            assertThat(new OptionalInt[] {both.get(0).get(), both.get(1).get()})
                    .containsExactlyInAnyOrder(OptionalInt.of(1), OptionalInt.empty());
        }
        assertThat(letters.written(day)).isTrue();
        awaitMail("rosa.field@example.org", 1);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
    }

    @Test
    void who_has_nothing_new_gets_no_letter() {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "daily");
        follow("will.water@example.org", TOWN_CENTRE, "daily");
        published("For Watford", TOWN_CENTRE);
        assertThat(letters.write(today())).hasValue(1);
        awaitMail("will.water@example.org", 1);
        awaitQuiet();
        nextDay();
        assertThat(letters.write(today())).hasValue(0);
        assertThat(MAIL.all())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).isEqualTo("will.water@example.org"));
    }

    @Test
    void each_thing_is_told_once_and_a_priority_again_when_there_is_more_to_say_but_not_for_more_evidence() {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "daily");
        published("Once", STEVENAGE_NORTH);
        priority(1, "open", null);
        meeting(2);
        assertThat(letters.write(today())).hasValue(1);
        assertThat(awaitMail("rosa.field@example.org", 1).text())
                .contains("A new priority, which a resident told us about.");
        awaitQuiet();

        nextDay();
        priority(2, "open", null);
        assertThat(letters.write(today())).as("nothing but more evidence").hasValue(0);

        nextDay();
        priority(3, "continued", "Barriers stand.");
        assertThat(letters.write(today())).hasValue(1);
        assertThat(awaitMail("rosa.field@example.org", 2).text())
                .contains("Barriers stand.")
                .doesNotContain("Once", "Street meet");
    }

    @Test
    void a_priority_that_was_taken_back_is_told_in_no_letter() {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "daily");
        priority(1, "open", null);
        event("feedback.priority.changed", "bikes", 2, """
                {"id": "bikes", "area": "%1$s", "issue": "Motorbikes on cycleways", "why": "Residents say so.",
                 "status": "replaced", "setOn": "%2$s", "reviewedOn": "%2$s", "endedOn": "%2$s",
                 "reason": "Of another neighbourhood", "evidence": 1, "withdrawn": true}
                """.formatted(
                        STEVENAGE_NORTH, LondonTime.date(clock.instant())));
        assertThat(letters.write(today())).hasValue(0);
    }

    @Test
    void a_person_gets_one_letter_over_all_areas_and_what_came_at_once_is_not_in_it() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        browser.post(person.manage() + "/add", Map.of("area", STEVENAGE));
        browser.post(person.manage() + "/add", Map.of("area", WATFORD));
        choose(person, STEVENAGE, "weekly", "burglary", "other-news");
        choose(person, WATFORD, "daily", "other-news");
        published("At once", STEVENAGE_NORTH);
        assertThat(awaitMail("rosa.field@example.org", 1).subject()).isEqualTo("At once");
        published("In the south", STEVENAGE_SOUTH);
        published("In Watford", WATFORD);
        awaitQuiet();

        assertThat(letters.write(today())).hasValue(1);
        var mail = awaitMail("rosa.field@example.org", 2);
        assertThat(mail.subject()).isEqualTo("What is new in your areas");
        assertThat(mail.text()).contains("In the south", "In Watford").doesNotContain("At once");
    }

    @Test
    void only_chosen_topics_are_told() {
        var person = follow("rosa.field@example.org", STEVENAGE_NORTH, "daily");
        choose(person, STEVENAGE_NORTH, "daily", "meetings");
        published("News", STEVENAGE_NORTH);
        priority(1, "open", null);
        assertThat(letters.write(today())).hasValue(0);
        nextDay();
        meeting(2);
        assertThat(letters.write(today())).hasValue(1);
        assertThat(awaitMail("rosa.field@example.org", 1).text()).contains("Street meet");
    }

    @Test
    void weekly_letters_go_out_once_a_week_also_when_their_day_was_missed() {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "weekly");
        while (LondonTime.date(clock.instant()).getDayOfWeek() != DayOfWeek.SATURDAY) {
            nextDay();
        }
        published("First", STEVENAGE_NORTH);
        assertThat(letters.write(today())).as("Friday was missed").hasValue(1);
        awaitMail("rosa.field@example.org", 1);
        awaitQuiet();
        nextDay();
        published("Second", STEVENAGE_NORTH);
        assertThat(letters.write(today())).as("this week's is out").hasValue(0);
        while (LondonTime.date(clock.instant()).getDayOfWeek() != DayOfWeek.FRIDAY) {
            nextDay();
        }
        assertThat(letters.write(today())).hasValue(1);
        assertThat(awaitMail("rosa.field@example.org", 2).text())
                .contains("Second")
                .doesNotContain("First");
    }

    @Test
    void what_was_withdrawn_is_in_no_letter_and_who_was_told_by_letter_hears_of_it() {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "daily");
        var early = published("Withdrawn early", STEVENAGE_NORTH);
        event("news.article.withdrawn", early, 2, withdrawn(early));
        assertThat(letters.write(today())).hasValue(0);
        nextDay();
        var late = published("Withdrawn late", STEVENAGE_NORTH);
        assertThat(letters.write(today())).hasValue(1);
        assertThat(awaitMail("rosa.field@example.org", 1).text()).contains("Withdrawn late");
        awaitQuiet();
        event("news.article.withdrawn", late, 2, withdrawn(late));
        assertThat(awaitMail("rosa.field@example.org", 2).subject())
                .isEqualTo("We have withdrawn an article about Stevenage North");
    }

    @Test
    void what_stood_in_a_letter_that_was_not_sent_is_told_in_the_next() {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "daily");
        published("Still news tomorrow", STEVENAGE_NORTH);
        MAIL.down();
        try {
            assertThat(letters.write(today())).hasValue(1);
            clock.moveBy(Duration.ofHours(11));
        } finally {
            MAIL.up();
        }
        awaitQuiet();
        assertThat(MAIL.all()).isEmpty();
        clock.moveBy(Duration.ofHours(13));
        assertThat(letters.write(today())).hasValue(1);
        assertThat(awaitMail("rosa.field@example.org", 1).text()).contains("Still news tomorrow");
    }

    @Test
    void who_wants_to_hear_at_once_finds_meetings_and_priorities_in_a_letter_and_no_articles() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("At once", STEVENAGE_NORTH);
        awaitMail("rosa.field@example.org", 1);
        meeting(2);
        assertThat(letters.write(today())).hasValue(1);
        assertThat(awaitMail("rosa.field@example.org", 2).text())
                .contains("Street meet")
                .doesNotContain("At once");
    }

    @Test
    void each_replica_writes_what_is_due_by_itself_and_tells_how_late_it_is_while_it_cannot() {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "daily");
        while (LetterDay.at(clock.instant(), settings).isEmpty()) {
            clock.moveBy(Duration.ofHours(1));
        }
        published("By the clock", STEVENAGE_NORTH);
        jdbc.sql("alter table letter_run rename to away").update();
        try {
            assertThatThrownBy(letterClock::look).isInstanceOf(DataAccessException.class);
            clock.moveBy(Duration.ofMinutes(5));
            assertThat(meters.get("alerts.letters.late").timeGauge().value(TimeUnit.SECONDS))
                    .isGreaterThanOrEqualTo(300);
        } finally {
            jdbc.sql("alter table away rename to letter_run").update();
        }
        letterClock.look();
        letterClock.look();
        assertThat(meters.get("alerts.letters.late").timeGauge().value()).isZero();
        assertThat(awaitMail("rosa.field@example.org", 1).text()).contains("By the clock");
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
    }

    @Test
    void what_letters_told_is_forgotten_after_two_months() {
        follow("rosa.field@example.org", STEVENAGE_NORTH, "daily");
        published("Once", STEVENAGE_NORTH);
        letters.write(today());
        assertThat(letters.deleteExpired(clock.instant().plus(Duration.ofDays(59)), 10))
                .isZero();
        assertThat(letters.deleteExpired(clock.instant().plus(Duration.ofDays(62)), 10))
                .isEqualTo(1);
    }

    private Confirmed follow(String address, String area, String frequency) {
        var person = confirmed(address, area);
        var answer = browser.post(
                person.manage() + "/choices",
                Map.of(
                        "area",
                        area,
                        "frequency",
                        frequency,
                        "topics",
                        Arrays.stream(Topic.values()).map(Topic::code).toList(),
                        "leastSeverity",
                        "minor"));
        assertThat(answer.status()).isEqualTo(303);
        return person;
    }

    private void nextDay() {
        clock.moveBy(Duration.ofDays(1));
    }

    /** The letters of this day, due now whatever the time of day. */
    private LetterDay today() {
        var now = clock.instant();
        var day = LondonTime.date(now);
        return new LetterDay(
                day, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY)), now, now.plus(Duration.ofHours(10)));
    }

    private void priority(long version, String status, String progress) {
        event("feedback.priority.changed", "bikes", version, """
                {"id": "bikes", "area": "%s", "issue": "Motorbikes on cycleways", "why": "Residents say so.",
                 "status": "%s", "setOn": "2026-01-05", "reviewedOn": "%s", "progress": %s, "evidence": %d}
                """.formatted(
                        STEVENAGE_NORTH,
                        status,
                        LondonTime.date(clock.instant()),
                        progress == null ? "null" : "\"" + progress + "\"",
                        version));
    }

    private void meeting(int inDays) {
        Instant at = clock.instant().plus(Duration.ofDays(inDays));
        var id = UUID.randomUUID().toString();
        event("directory.meeting.changed", id, 1, """
                {"id": "%s", "area": "%s", "title": "Street meet", "kind": "meeting", "place": "Market Square",
                 "startsAt": "%s", "cancelledDates": [], "contact": {}, "cancelled": false,
                 "path": "/your-area/somewhere", "next": [{"startsAt": "%s"}], "more": false}
                """.formatted(id, STEVENAGE_NORTH, at, at));
    }
}
