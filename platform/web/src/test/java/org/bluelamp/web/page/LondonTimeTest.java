package org.bluelamp.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

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

    @Test
    void a_program_gets_the_offset_with_it() {
        assertThat(LondonTime.machine(SUMMER)).isEqualTo("2026-07-02T00:30+01:00");
    }
}
