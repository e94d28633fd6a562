package org.bluelamp.directory.meeting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.meeting.Hosts;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.MeetingDescription;
import org.bluelamp.directory.meeting.MeetingRegister;
import org.bluelamp.directory.meeting.MeetingTimes;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.meeting.Recurrence;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DirectoryTest
class MeetingPagesTest {

    private static final AreaCode RADLETT = new AreaCode("hertfordshire/hertsmere/radlett");
    private static final String PAGE = "/your-area/hertsmere/radlett";
    private static final StaffMember OLIVE = new StaffMember("olive", "Olive", Set.of(Role.OFFICER), Set.of(RADLETT));

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingRegister register;

    @Autowired
    private Hosts hosts;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void clear() {
        database.sql("delete from meeting where area = :area")
                .param("area", RADLETT.value())
                .update();
    }

    @Test
    void a_neighbourhood_says_when_where_and_with_whom_one_can_meet_its_team() {
        Hosts.Host host = hosts.of(RADLETT).getFirst();
        Meeting meeting = register.add(OLIVE, RADLETT, series("Surgery", 2, "FREQ=WEEKLY", host.id()));
        Document page = web().page(PAGE);
        List<Element> items = page.select("#meetings + ul > li");
        assertThat(items).hasSize(5);
        Occurrence first = meeting.occurrences(Instant.now()).findFirst().orElseThrow();
        assertThat(items.getFirst().text())
                .contains(
                        "Surgery",
                        MeetingTimes.day(first.startsAt()) + ", 10am to 11am",
                        "Library, Station Road",
                        "with " + host.title());
        assertThat(items.getFirst().select("a").eachAttr("href"))
                .containsExactly(meeting.path(), meeting.path() + ".ics");
        assertThat(page.select("a[href=webcal://localhost:8080" + PAGE + "/meetings.ics]"))
                .hasSize(1);
        assertThat(page.select("main").text()).contains("http://localhost:8080" + PAGE + "/meetings.ics");
    }

    @Test
    void a_neighbourhood_without_meetings_says_so() {
        assertThat(web().page(PAGE).select("main").text()).contains("There are no meetings planned at the moment.");
    }

    @Test
    void meetings_of_the_last_year_stand_behind_a_summary_the_latest_first() {
        register.put(
                RADLETT,
                List.of(once("Last week", -7), once("Two years ago", -730), once("Last month", -30)),
                DemoData.SOURCE);
        Document page = web().page(PAGE);
        Element past =
                page.select("details:contains(Meetings in the last year)").first();
        assertThat(past).isNotNull();
        assertThat(past.select("h3").eachText()).containsExactly("Last week", "Last month");
        assertThat(past.text()).doesNotContain("Add to your calendar");
    }

    @Test
    void a_date_that_is_cancelled_is_shown_with_the_reason_and_does_not_take_the_place_of_one_that_is_held() {
        Meeting meeting = register.add(OLIVE, RADLETT, series("Surgery", 2, "FREQ=WEEKLY", null));
        LocalDate date = meeting.schedule().firstDate();
        register.cancelDate(OLIVE, meeting.id(), date, "The library is <closed>", 1);
        List<Element> items = web().page(PAGE).select("#meetings + ul > li");
        assertThat(items).hasSize(6);
        assertThat(items.getFirst().text())
                .contains("Cancelled", "It does not take place: The library is <closed>")
                .doesNotContain("Add to your calendar");
        assertThat(web().page(meeting.path()).select("dd li").eachText().getFirst())
                .contains("Cancelled", "The library is <closed>");
    }

    @Test
    void a_meeting_has_a_page_of_its_own() {
        Meeting meeting = register.add(OLIVE, RADLETT, series("Surgery", 2, "FREQ=MONTHLY;BYDAY=%s;COUNT=3", null));
        Document page = web().page(meeting.path());
        assertThat(page.select("h1").text()).isEqualTo("Surgery");
        assertThat(page.select("dd li")).hasSize(3);
        assertThat(page.select("main").text())
                .contains("Every month on the", ", 3 times", "Library, Station Road", "As known since");
        assertThat(page.select(".bl-prose").html()).contains("<b>talk</b>").doesNotContain("script");
        assertThat(page.select("a[href='mailto:radlett@example.org']")).hasSize(1);
        assertThat(page.select("a[href=" + meeting.path() + ".ics]")).hasSize(1);
    }

    @Test
    void a_meeting_of_the_own_force_stands_at_one_address() {
        Meeting meeting = register.add(OLIVE, RADLETT, series("Surgery", 2, "FREQ=WEEKLY", null));
        Answer elsewhere = web().get(meeting.path().replace("/your-area", "/forces/hertfordshire"));
        assertThat(elsewhere.status()).isEqualTo(302);
        assertThat(elsewhere.location()).isEqualTo(meeting.path());
    }

    @Test
    void a_cancelled_meeting_says_so_and_why() {
        Meeting meeting = register.add(OLIVE, RADLETT, series("Surgery", 2, "FREQ=WEEKLY", null));
        register.cancel(OLIVE, meeting.id(), "Nobody has time", 1);
        Document page = web().page(meeting.path());
        assertThat(page.select(".govuk-warning-text").text()).contains("cancelled", "Nobody has time");
        assertThat(page.select("a[href$=.ics]")).isEmpty();
        assertThat(web().page(PAGE).select("#meetings + ul > li")).hasSize(1);
    }

    @Test
    void a_district_lists_the_next_three_of_its_neighbourhoods() {
        Document page = web().page("/your-area/stevenage");
        List<Element> items = page.select("#meetings + ul > li");
        assertThat(items).hasSize(3);
        assertThat(items)
                .allSatisfy(item -> assertThat(item.text()).containsAnyOf("Stevenage North", "Stevenage South"));
    }

    @Test
    void the_pages_say_that_the_meetings_are_made_up() {
        String path = web().page("/your-area/stevenage/stevenage-north")
                .select("#meetings + ul a")
                .attr("href");
        assertThat(web().page(path).select("main").text()).contains("This is demonstration data.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/meetings/nonsense", "/meetings/nonsense.ics", "/meetings/%s", "/meetings/%s.ics"})
    void a_meeting_that_does_not_exist_is_not_found(String path) {
        assertThat(web().get(PAGE + path.formatted(UUID.randomUUID())).status()).isEqualTo(404);
    }

    @Test
    void a_meeting_is_not_found_under_another_neighbourhood() {
        Meeting meeting = register.add(OLIVE, RADLETT, series("Surgery", 2, "FREQ=WEEKLY", null));
        assertThat(web().get("/your-area/hertsmere/bushey/meetings/" + meeting.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_calendar_is_served_as_such_and_not_sent_again_while_nothing_changed() {
        Meeting meeting = register.add(OLIVE, RADLETT, series("Surgery", 2, "FREQ=WEEKLY", null));
        for (String path : List.of(meeting.path() + ".ics", PAGE + "/meetings.ics")) {
            Answer first = web().get(path);
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.response().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar;charset="));
            assertThat(first.response().headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(
                            file -> assertThat(file).startsWith("attachment").endsWith(".ics\""));
            assertThat(first.response().headers().allValues("Set-Cookie")).isEmpty();
            String etag = first.response().headers().firstValue("ETag").orElseThrow();
            assertThat(web().with("If-None-Match", etag).get(path).status()).isEqualTo(304);
        }
    }

    private Caller web() {
        return new Caller(port);
    }

    private static MeetingDescription once(String title, int days) {
        Instant start = Instant.now().plus(Duration.ofDays(days));
        return new MeetingDescription(
                title, null, "meeting", null, Schedule.once(start, start.plusSeconds(3600)), Map.of(), null);
    }

    private static MeetingDescription series(String title, int days, String rule, UUID host) {
        LocalDate date = LocalDate.now(Schedule.ZONE).plusDays(days);
        while (date.getDayOfMonth() > 28) {
            date = date.plusDays(1);
        }
        String nth =
                (date.getDayOfMonth() - 1) / 7 + 1 + date.getDayOfWeek().name().substring(0, 2);
        Instant start = date.atTime(10, 0).atZone(Schedule.ZONE).toInstant();
        return new MeetingDescription(
                title,
                "<p>Come and <b>talk</b><script>alert(1)</script></p>",
                "surgery",
                "Library, Station Road",
                new Schedule(start, start.plusSeconds(3600), Recurrence.parse(rule.formatted(nth))),
                Map.of("email", "radlett@example.org"),
                host);
    }
}
