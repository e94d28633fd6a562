package org.bluelamp.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTimeTest {

    private static final Instant WINTER = Instant.parse("2026-11-02T09:05:31Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T23:30:00Z");

    @Test
    void a_time_is_told_in_words_by_the_clock_of_the_season() {
        assertThat(LondonTime.day(WINTER)).isEqualTo("2 November 2026");
        assertThat(LondonTime.weekday(WINTER)).isEqualTo("Monday 2 November 2026");
        assertThat(LondonTime.minute(WINTER)).isEqualTo("2 November 2026 at 9:05am");
        assertThat(LondonTime.second(WINTER)).isEqualTo("2 November 2026 at 9:05:31am");
        assertThat(LondonTime.minute(SUMMER)).isEqualTo("2 July 2026 at 12:30am");
        assertThat(LondonTime.day(SUMMER)).isEqualTo("2 July 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "17:30, 5:30pm",
        "09:05, 9:05am",
        "10:00, 10am",
        "12:01, 12:01pm",
        "00:30, 12:30am",
        "12:00, midday",
        "00:00, midnight",
        "00:00:59, midnight",
        "23:59:59, 11:59pm",
    })
    void a_clock_is_read_out_as_people_say_it(LocalTime time, String words) {
        assertThat(LondonTime.clock(time)).isEqualTo(words);
    }

    @Test
    void a_whole_hour_has_no_minutes_with_a_day_either() {
        assertThat(LondonTime.minute(Instant.parse("2026-11-02T09:00:00Z"))).isEqualTo("2 November 2026 at 9am");
        assertThat(LondonTime.minute(Instant.parse("2026-07-01T11:00:10Z"))).isEqualTo("1 July 2026 at midday");
    }

    @Test
    void a_program_gets_the_offset_with_it() {
        assertThat(LondonTime.machine(SUMMER)).isEqualTo("2026-07-02T00:30+01:00");
    }
}
