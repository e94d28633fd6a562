package org.bluelamp.directory.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.bluelamp.directory.meeting.Schedule.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @Test
    void ten_o_clock_stays_ten_o_clock_when_the_clocks_change() {
        List<Slot> slots = series("2027-03-16T10:00", "FREQ=WEEKLY;COUNT=4");
        assertThat(slots)
                .extracting(Slot::startsAt)
                .containsExactly(
                        Instant.parse("2027-03-16T10:00:00Z"),
                        Instant.parse("2027-03-23T10:00:00Z"),
                        Instant.parse("2027-03-30T09:00:00Z"),
                        Instant.parse("2027-04-06T09:00:00Z"));
    }

    @Test
    void an_hour_that_the_clocks_skip_is_held_later_that_day_and_on_time_again_the_week_after() {
        List<Slot> slots = series("2027-03-21T01:30", "FREQ=WEEKLY;COUNT=3");
        assertThat(slots)
                .extracting(slot -> slot.startsAt().atZone(Schedule.ZONE).toLocalDateTime())
                .containsExactly(
                        LocalDateTime.parse("2027-03-21T01:30"),
                        LocalDateTime.parse("2027-03-28T02:30"),
                        LocalDateTime.parse("2027-04-04T01:30"));
        assertThat(slots)
                .allSatisfy(slot -> assertThat(Duration.between(slot.startsAt(), slot.endsAt()))
                        .isEqualTo(Duration.ofHours(1)));
    }

    @Test
    void an_hour_that_the_clocks_show_twice_is_the_first() {
        assertThat(series("2027-10-24T01:30", "FREQ=WEEKLY;COUNT=2").get(1).startsAt())
                .isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
    }

    @Test
    void a_meeting_that_goes_on_is_still_to_come_until_it_is_over() {
        Schedule schedule = schedule("2027-05-04T10:00", "FREQ=WEEKLY");
        assertThat(schedule.slots(Instant.parse("2027-05-11T09:59:59Z")).findFirst())
                .hasValueSatisfying(slot -> assertThat(slot.date()).isEqualTo("2027-05-11"));
        assertThat(schedule.slots(Instant.parse("2027-05-11T10:00:00Z")).findFirst())
                .hasValueSatisfying(slot -> assertThat(slot.date()).isEqualTo("2027-05-18"));
    }

    @Test
    void a_series_without_end_is_followed_as_far_as_one_asks_and_no_further() {
        Schedule schedule = schedule("2027-05-04T10:00", "FREQ=WEEKLY");
        assertThat(schedule.slots(Instant.parse("2060-01-01T00:00:00Z")).limit(2))
                .hasSize(2);
        assertThat(schedule.slots(Instant.parse("2027-01-01T00:00:00Z")).count())
                .isEqualTo(5_200);
        assertThat(schedule.slots(Instant.parse("2300-01-01T00:00:00Z"))).isEmpty();
        assertThat(schedule.overAt()).isEmpty();
    }

    @Test
    void the_end_of_a_series_is_the_end_of_its_last_date() {
        assertThat(schedule("2027-05-04T10:00", "FREQ=WEEKLY;COUNT=3").overAt())
                .hasValue(Instant.parse("2027-05-18T10:00:00Z"));
        assertThat(schedule("2027-05-04T10:00", "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231T235959Z")
                        .overAt())
                .hasValue(Instant.parse("2027-12-07T11:00:00Z"));
        assertThat(Schedule.once(Instant.parse("2027-05-04T09:00:00Z"), null).overAt())
                .hasValue(Instant.parse("2027-05-04T10:00:00Z"));
    }

    @Test
    void it_says_whether_it_takes_place_on_a_day() {
        Schedule schedule = schedule("2027-05-04T10:00", "FREQ=MONTHLY;BYDAY=1TU;COUNT=3");
        assertThat(schedule.on(LocalDate.of(2027, 6, 1))).isPresent();
        assertThat(schedule.on(LocalDate.of(2027, 6, 8))).isEmpty();
        assertThat(schedule.on(LocalDate.of(2027, 8, 3))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=MONTHLY;BYDAY=2TU",
                "FREQ=MONTHLY;BYDAY=1WE",
                "FREQ=WEEKLY;UNTIL=20270503T225959Z",
            })
    void a_series_fits_its_first_date(String rule) {
        assertThatIllegalArgumentException().isThrownBy(() -> schedule("2027-05-04T10:00", rule));
    }

    @Test
    void what_ends_before_it_starts_or_never_ends_is_no_meeting() {
        Instant start = Instant.parse("2027-05-04T09:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.once(start, start))
                .withMessage("A meeting ends after it starts");
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.once(start, start.plus(Duration.ofDays(32))));
    }

    private static List<Slot> series(String first, String rule) {
        return schedule(first, rule).slots(Instant.EPOCH).toList();
    }

    private static Schedule schedule(String first, String rule) {
        Instant start = LocalDateTime.parse(first).atZone(Schedule.ZONE).toInstant();
        return new Schedule(start, start.plus(Duration.ofHours(1)), Recurrence.parse(rule));
    }
}
