package org.bluelamp.alerts.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The copy of the directory's meetings, and the line about them in mails. */
class MeetingsTest extends AlertsTest {

    private static final String ID = UUID.randomUUID().toString();

    @Autowired
    private Meetings meetings;

    @Test
    void a_mail_to_a_follower_of_a_neighbourhood_ends_with_the_next_time_to_meet_its_team() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        Instant soon = in(12);
        meeting(1, "Street meet", false, in(40), soon, in(26));
        published("Bike marking", STEVENAGE_NORTH);
        var mail = awaitMail("rosa.field@example.org", 1);
        var line = "Next time to meet your team: "
                + new NextMeeting("Street meet", "Market Square", "/", soon).inWords() + ".";
        assertThat(mail.text()).contains(line);
        assertThat(mail.html()).contains(line);
        assertThat(mail.text().indexOf(line)).isGreaterThan(mail.text().indexOf("What happened and what we do."));
    }

    @Test
    void a_mail_says_nothing_of_meetings_that_are_past_far_off_cancelled_or_of_another_neighbourhood() {
        confirmed("rosa.field@example.org", STEVENAGE_SOUTH);
        meeting(1, "Of the north", false, in(5));
        event(UUID.randomUUID().toString(), 1, STEVENAGE_SOUTH, "Far off", false, in(29));
        event(UUID.randomUUID().toString(), 1, STEVENAGE_SOUTH, "Past", false, in(-1));
        event(UUID.randomUUID().toString(), 1, STEVENAGE_SOUTH, "Cancelled", true, in(3));
        published("Nothing planned", STEVENAGE_SOUTH);
        assertThat(awaitMail("rosa.field@example.org", 1).text()).doesNotContain("Next time to meet");
    }

    @Test
    void who_follows_the_whole_district_is_not_told_of_one_neighbourhoods_meeting() {
        confirmed("rosa.field@example.org", STEVENAGE);
        meeting(1, "Street meet", false, in(5));
        published("For all", STEVENAGE);
        assertThat(awaitMail("rosa.field@example.org", 1).text()).doesNotContain("Next time to meet");
    }

    @Test
    void a_meeting_told_twice_late_and_out_of_order_stands_as_it_was_told_last() {
        meeting(3, "Third", false, in(9));
        meeting(2, "Second", false, in(2));
        meeting(3, "Third", false, in(9));
        assertThat(next()).isEqualTo("Third");
        meeting(5, "Fifth", true);
        meeting(4, "Fourth", false, in(1));
        assertThat(meetings.next(in(0), in(28))).isEmpty();
        assertThat(jdbc.sql("select count(*) from meeting").query(Integer.class).single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-05-04T09:00:00Z | Surgery, Tuesday 4 May at 10am, Library",
                "2027-01-05T18:30:00Z | Surgery, Tuesday 5 January at 6:30pm, Library",
                "2027-01-05T12:00:00Z | Surgery, Tuesday 5 January at midday, Library",
            })
    void a_date_is_said_by_the_clock_here(Instant at, String words) {
        assertThat(new NextMeeting("Surgery", "Library", "/", at).inWords()).isEqualTo(words);
    }

    private String next() {
        return meetings.next(in(0), in(28)).get(new AreaCode(STEVENAGE_NORTH)).title();
    }

    private Instant in(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private void meeting(long version, String title, boolean cancelled, Instant... dates) {
        event(ID, version, STEVENAGE_NORTH, title, cancelled, dates);
    }

    private void event(String id, long version, String area, String title, boolean cancelled, Instant... dates) {
        event("directory.meeting.changed", id, version, """
                {"id": "%s", "area": "%s", "title": "%s", "kind": "meeting", "place": "Market Square",
                 "startsAt": "2026-01-05T10:00:00Z", "cancelledDates": [], "contact": {}, "cancelled": %s,
                 "path": "/your-area/somewhere", "next": [%s], "more": false}
                """.formatted(
                        id,
                        area,
                        title,
                        cancelled,
                        Arrays.stream(dates)
                                .sorted()
                                .map(date -> "{\"startsAt\": \"" + date + "\"}")
                                .collect(Collectors.joining(", "))));
    }
}
