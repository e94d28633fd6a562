package org.bluelamp.directory.meeting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.MeetingDescription;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.meeting.Recurrence;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Calendar files, read back by the library that calendar programs of Java use. */
@DirectoryTest
class MeetingCalendarTest {

    private static final AreaCode NORTH = new AreaCode("hertfordshire/stevenage/stevenage-north");
    private static final UUID ID = UUID.fromString("3f1de0a4-6a5e-4c1b-9d0e-8a7f5c2b1e01");
    private static final Instant CHANGED = Instant.parse("2027-01-02T03:04:05Z");

    @Autowired
    private Areas areas;

    @Autowired
    private AreaPaths paths;

    private MeetingCalendar calendar;

    private Area area;

    @BeforeEach
    void make() {
        area = areas.find(NORTH).orElseThrow();
        calendar = new MeetingCalendar(new MeetingAddresses(paths, URI.create("https://police.example/")));
    }

    @Test
    void every_field_is_read_back_as_it_was() throws Exception {
        SortedMap<LocalDate, String> cancelled = new TreeMap<>(Map.of(LocalDate.of(2027, 4, 6), "Closed"));
        Meeting meeting = meeting("2027-03-02T10:00", "2027-03-02T11:30", "FREQ=MONTHLY;BYDAY=1TU", cancelled, false);
        Calendar read = read(calendar.of(area, List.of(meeting)));
        assertThat(value(read, Property.VERSION)).isEqualTo("2.0");
        assertThat(value(read, Property.METHOD)).isEqualTo("PUBLISH");
        assertThat(value(read, "NAME")).isEqualTo("Stevenage North Neighbourhood Policing Team");
        assertThat(value(read, "X-WR-CALNAME")).isEqualTo("Stevenage North Neighbourhood Policing Team");
        assertThat(value(read, "REFRESH-INTERVAL")).isEqualTo("PT6H");
        VEvent event = event(read);
        assertThat(value(event, Property.UID)).isEqualTo(ID.toString());
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("7");
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20270102T030405Z");
        assertThat(value(event, Property.LAST_MODIFIED)).isEqualTo("20270102T030405Z");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20270302T100000");
        assertThat(zone(event, Property.DTSTART)).isEqualTo("Europe/London");
        assertThat(value(event, Property.DTEND)).isEqualTo("20270302T113000");
        assertThat(zone(event, Property.DTEND)).isEqualTo("Europe/London");
        assertThat(value(event, Property.RRULE)).isEqualTo("FREQ=MONTHLY;BYDAY=1TU");
        assertThat(value(event, Property.EXDATE)).isEqualTo("20270406T100000");
        assertThat(zone(event, Property.EXDATE)).isEqualTo("Europe/London");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Tea; talk, and \\ more");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Library, Canterbury Way");
        assertThat(value(event, Property.DESCRIPTION))
                .isEqualTo("No need to book.\nCome; just come.\n\nTea & biscuits");
        assertThat(value(event, Property.CATEGORIES)).isEqualTo("Surgery");
        assertThat(value(event, Property.URL))
                .isEqualTo("https://police.example/your-area/stevenage/stevenage-north/meetings/" + ID);
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(read.getComponents(Component.VTIMEZONE)).hasSize(1);
    }

    @Test
    void lines_are_folded_and_text_is_escaped_as_the_standard_asks() {
        Meeting meeting = meeting("2027-03-02T10:00", null, null, new TreeMap<>(), false);
        String text = calendar.of(area, List.of(meeting));
        assertThat(text).contains("SUMMARY:Tea\\; talk\\, and \\\\ more\r\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.substring(text.indexOf("BEGIN:VEVENT")))
                .contains("DTSTART;TZID=Europe/London:20270302T100000\r\n")
                .doesNotContain("DTEND", "RRULE", "EXDATE");
    }

    @Test
    void a_cancelled_meeting_tells_calendars_so() throws Exception {
        VEvent event =
                event(read(calendar.of(area, List.of(meeting("2027-03-02T10:00", null, null, new TreeMap<>(), true)))));
        assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(event, Property.DESCRIPTION)).startsWith("Cancelled: Nobody has time");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-02T10:00, FREQ=WEEKLY;COUNT=20",
        "2027-03-07T01:30, FREQ=WEEKLY;INTERVAL=3;COUNT=12",
        "2026-10-25T01:30, FREQ=WEEKLY;UNTIL=20270415T225959Z",
        "2027-03-02T23:30, FREQ=MONTHLY;BYDAY=1TU;COUNT=14",
        "2027-01-29T19:00, FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231T235959Z",
    })
    void the_library_finds_the_same_dates_as_we_do(String first, String rule) throws Exception {
        LocalDate start = LocalDateTime.parse(first).toLocalDate();
        Meeting without = meeting(first, null, rule, new TreeMap<>(), false);
        LocalDate third = without.occurrences(Instant.EPOCH)
                .skip(2)
                .findFirst()
                .orElseThrow()
                .date();
        Meeting meeting = meeting(first, null, rule, new TreeMap<>(Map.of(third, "Closed")), false);
        VEvent event = event(read(calendar.of(area, List.of(meeting))));
        ZonedDateTime from = start.minusDays(1).atStartOfDay(Schedule.ZONE);
        List<Instant> library = event.calculateRecurrenceSet(new Period<>(from, from.plusYears(3))).stream()
                .map(period -> Instant.from((ZonedDateTime) period.getStart()))
                .sorted()
                .toList();
        assertThat(library)
                .isEqualTo(meeting.occurrences(Instant.EPOCH)
                        .filter(occurrence -> !occurrence.cancelled())
                        .map(Occurrence::startsAt)
                        .toList());
    }

    @Test
    void the_same_meetings_make_the_same_file() {
        Meeting meeting = meeting("2027-03-02T10:00", null, "FREQ=WEEKLY", new TreeMap<>(), false);
        assertThat(calendar.of(area, List.of(meeting, meeting)))
                .isEqualTo(calendar.of(area, List.of(meeting, meeting)));
    }

    private static Meeting meeting(
            String start, String end, String rule, SortedMap<LocalDate, String> cancelledDates, boolean cancelled) {
        return new Meeting(
                ID,
                NORTH,
                "/your-area/stevenage/stevenage-north/meetings/" + ID,
                new MeetingDescription(
                        "Tea; talk, and \\ more",
                        "<p>No need to book.<br>Come; just come.</p><p>Tea &amp; biscuits</p>",
                        "surgery",
                        "Library, Canterbury Way",
                        new Schedule(
                                instant(start),
                                end == null ? null : instant(end),
                                rule == null ? null : Recurrence.parse(rule)),
                        Map.of(),
                        null),
                cancelledDates,
                cancelled,
                cancelled ? "Nobody has time" : null,
                null,
                "staff",
                7,
                CHANGED);
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(Schedule.ZONE).toInstant();
    }

    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(Calendar of, String property) {
        return ((Property) of.getProperty(property).orElseThrow()).getValue();
    }

    private static String value(VEvent of, String property) {
        return ((Property) of.getProperty(property).orElseThrow()).getValue();
    }

    private static String zone(VEvent event, String property) {
        Property dated = (Property) event.getProperty(property).orElseThrow();
        return dated.getParameter(Parameter.TZID).orElseThrow().getValue();
    }
}
