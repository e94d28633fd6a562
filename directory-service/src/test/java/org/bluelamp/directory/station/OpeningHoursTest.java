package org.bluelamp.directory.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.bluelamp.directory.station.OpeningHours.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** In 2027 the clocks go forward on 28 March and back on 31 October, both Sundays. */
class OpeningHoursTest {

    private static final OpeningHours OFFICE = new OpeningHours(Map.of(
            DayOfWeek.MONDAY, List.of(span("09:00", "12:30"), span("13:30", "17:00")),
            DayOfWeek.TUESDAY, List.of(span("09:00", "17:00")),
            DayOfWeek.FRIDAY, List.of(span("09:00", "17:00"))));

    private static final OpeningHours NIGHTS = new OpeningHours(Map.of(
            DayOfWeek.SATURDAY, List.of(span("20:00", "02:00")),
            DayOfWeek.SUNDAY, List.of(span("00:00", "00:00"))));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-01T08:59:00Z | Closed now, opens today at 9am",
                "2027-03-01T09:00:00Z | Open today until 12:30pm",
                "2027-03-01T12:29:59Z | Open today until 12:30pm",
                "2027-03-01T12:30:00Z | Closed now, opens today at 1:30pm",
                "2027-03-01T17:00:00Z | Closed now, opens tomorrow at 9am",
                "2027-03-02T17:00:00Z | Closed now, opens on Friday at 9am",
                "2027-03-05T17:00:00Z | Closed now, opens on Monday at 9am",
            })
    void it_says_what_comes_next(ZonedDateTime now, String words) {
        assertThat(OFFICE.at(now).inWords()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Winter time: the same as UTC. Summer time: an hour ahead of it.
                "2027-03-26T16:59:00Z | Open today until 5pm",
                "2027-03-29T07:59:00Z | Closed now, opens today at 9am",
                "2027-03-29T08:00:00Z | Open today until 12:30pm",
                "2027-10-29T15:59:00Z | Open today until 5pm",
                "2027-10-29T16:00:00Z | Closed now, opens on Monday at 9am",
                "2027-11-01T08:59:00Z | Closed now, opens today at 9am",
                "2027-11-01T09:00:00Z | Open today until 12:30pm",
            })
    void it_goes_by_the_clock_of_the_united_kingdom_when_that_changes(ZonedDateTime now, String words) {
        assertThat(OFFICE.at(now).inWords()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-06T19:59:00Z | Closed now, opens today at 8pm",
                // Saturday evening runs on into the whole of Sunday.
                "2027-03-06T21:00:00Z | Open until midnight tomorrow",
                "2027-03-07T01:00:00Z | Open today until midnight",
                "2027-03-07T23:59:00Z | Open today until midnight",
                "2027-03-08T00:00:00Z | Closed now, opens on Saturday at 8pm",
                // The night in which one o'clock does not exist, and the one in which it comes twice.
                "2027-03-28T00:30:00Z | Open today until midnight",
                "2027-10-31T00:30:00Z | Open today until midnight",
                "2027-10-31T01:30:00Z | Open today until midnight",
            })
    void it_runs_past_midnight(ZonedDateTime now, String words) {
        assertThat(NIGHTS.at(now).inWords()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-05T22:00:00Z | Open until 2am tomorrow",
                "2027-03-06T01:59:00Z | Open today until 2am",
                "2027-03-06T02:00:00Z | Closed now, opens on Friday at 8pm",
            })
    void a_night_ends_on_the_day_after(ZonedDateTime now, String words) {
        OpeningHours fridays = new OpeningHours(Map.of(DayOfWeek.FRIDAY, List.of(span("20:00", "02:00"))));
        assertThat(fridays.at(now).inWords()).isEqualTo(words);
    }

    @Test
    void it_may_be_open_always_or_never() {
        ZonedDateTime now = ZonedDateTime.parse("2027-03-01T03:00:00Z");
        assertThat(OpeningHours.always().at(now).inWords()).isEqualTo("Open day and night");
        assertThat(new OpeningHours(Map.of()).at(now).inWords()).isEqualTo("Not open to visitors");
    }

    @Test
    void times_of_a_day_do_not_overlap() {
        assertThatThrownBy(() -> new OpeningHours(
                        Map.of(DayOfWeek.MONDAY, List.of(span("09:00", "13:00"), span("12:00", "17:00")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OpeningHours(
                        Map.of(DayOfWeek.MONDAY, List.of(span("09:00", "02:00"), span("12:00", "17:00")))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_the_same_after_it_was_written_and_read() {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(OFFICE), OpeningHours.class))
                .isEqualTo(OFFICE);
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
