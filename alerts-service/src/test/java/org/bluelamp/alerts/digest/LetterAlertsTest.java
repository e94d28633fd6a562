package org.bluelamp.alerts.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.bluelamp.alerts.alert.AlertStory;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Alerts that are live, in the letters of those who did not get them. */
class LetterAlertsTest extends AlertStory {

    @Autowired
    private Letters letters;

    @Test
    void who_began_to_follow_while_an_alert_is_live_finds_it_first_in_the_next_letter_and_who_got_it_does_not() {
        confirmed("got.it@example.org", STEVENAGE_NORTH);
        var alert = issued(content(STEVENAGE_NORTH));
        assertThat(alert).isNotNull();
        awaitMail("got.it@example.org", 1);
        confirmed("came.later@example.org", STEVENAGE_NORTH);
        awaitQuiet();
        assertThat(letters.write(today())).hasValue(1);
        var mail = awaitMail("came.later@example.org", 1);
        assertThat(mail.text()).containsSubsequence("Alerts", headline(), "/alerts/");
    }

    @Test
    void an_alert_that_is_over_or_below_what_was_chosen_is_in_no_letter() {
        issued(content(STEVENAGE_NORTH));
        jdbc.sql("update alert set severity = 'moderate'").update();
        var choosy = confirmed("choosy@example.org", STEVENAGE_NORTH);
        browser.post(
                choosy.manage() + "/choices",
                Map.of(
                        "area",
                        STEVENAGE_NORTH,
                        "frequency",
                        "daily",
                        "topics",
                        List.of("alerts"),
                        "leastSeverity",
                        "severe"));
        assertThat(letters.write(today())).hasValue(0);

        clock.moveBy(Duration.ofDays(1));
        confirmed("anything@example.org", STEVENAGE_NORTH);
        jdbc.sql("update alert set expires_at = :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        assertThat(letters.write(today())).hasValue(0);
    }

    private String headline() {
        return jdbc.sql("select headline from alert").query(String.class).single();
    }

    private LetterDay today() {
        var now = clock.instant();
        var day = LondonTime.date(now);
        return new LetterDay(
                day, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY)), now, now.plus(Duration.ofHours(10)));
    }
}
