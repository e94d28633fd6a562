package org.bluelamp.alerts.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterDayTest {

    private static final LetterSettings SETTINGS =
            new LetterSettings(LocalTime.of(8, 30), DayOfWeek.FRIDAY, Duration.ofHours(10), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        // The clocks go forward on 29 March 2026 and back on 25 October 2026.
        "2026-03-28, 2026-03-28T08:30:00Z",
        "2026-03-29, 2026-03-29T07:30:00Z",
        "2026-03-30, 2026-03-30T07:30:00Z",
        "2026-10-24, 2026-10-24T07:30:00Z",
        "2026-10-25, 2026-10-25T08:30:00Z",
        "2026-10-26, 2026-10-26T08:30:00Z",
    })
    void letters_are_due_at_half_past_eight_by_the_clock_on_the_wall_before_and_after_it_is_changed(
            LocalDate day, Instant due) {
        assertThat(LetterDay.at(due.minusSeconds(1), SETTINGS)).isEmpty();
        assertThat(LetterDay.at(due, SETTINGS)).hasValueSatisfying(found -> {
            assertThat(found.period()).isEqualTo(day);
            assertThat(found.dueAt()).isEqualTo(due);
        });
    }

    @Test
    void letters_that_are_ten_hours_late_wait_for_the_next_day() {
        assertThat(LetterDay.at(Instant.parse("2026-11-26T18:29:59Z"), SETTINGS))
                .isPresent();
        assertThat(LetterDay.at(Instant.parse("2026-11-26T18:30:00Z"), SETTINGS))
                .isEmpty();
    }

    @Test
    void the_week_of_weekly_letters_begins_on_their_day() {
        assertThat(LetterDay.at(Instant.parse("2026-11-26T09:00:00Z"), SETTINGS))
                .hasValueSatisfying(day -> assertThat(day.weeklySince()).isEqualTo("2026-11-20"));
        assertThat(LetterDay.at(Instant.parse("2026-11-27T09:00:00Z"), SETTINGS))
                .hasValueSatisfying(day -> assertThat(day.weeklySince()).isEqualTo("2026-11-27"));
    }
}
