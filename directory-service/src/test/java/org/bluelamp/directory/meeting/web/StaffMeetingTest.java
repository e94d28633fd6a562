package org.bluelamp.directory.meeting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.history.CannotUndo;
import org.bluelamp.directory.history.Change;
import org.bluelamp.directory.history.History;
import org.bluelamp.directory.history.Undoing;
import org.bluelamp.directory.meeting.Hosts;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.Meetings;
import org.bluelamp.directory.meeting.Recurrence;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.directory.team.Cover;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.TeamRegister;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.directory.team.TheTeam;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DirectoryTest
class StaffMeetingTest {

    private static final AreaCode OXHEY = new AreaCode("hertfordshire/three-rivers/oxhey");
    private static final String LIST = "/staff/directory/meetings/" + OXHEY;
    private static final String ADD = "/staff/directory/meetings/new/" + OXHEY;

    private static final TestStaff OLIVE = staff("Olive").as("officer").in("hertfordshire/three-rivers/oxhey");
    private static final TestStaff SAM = staff("Sam").as("officer", "sergeant").in("hertfordshire/three-rivers/oxhey");
    private static final TestStaff ADA = staff("Ada").as("administrator").in("hertfordshire");
    private static final TestStaff OSCAR = staff("Oscar").as("officer").in("hertfordshire/watford/town-centre");
    private static final TestStaff ERIN = staff("Erin").as("editor").in("hertfordshire");

    /** Far enough to be in the future, and a first weekday of its month. */
    private static final LocalDate DATE =
            LocalDate.now(Schedule.ZONE).plusMonths(2).with(TemporalAdjusters.firstInMonth(DayOfWeek.TUESDAY));

    @LocalServerPort
    private int port;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Hosts hosts;

    @Autowired
    private Teams teams;

    @Autowired
    private TeamRegister register;

    @Autowired
    private History history;

    @Autowired
    private Undoing undoing;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void clear() {
        database.sql("delete from change where area = :area")
                .param("area", OXHEY.value())
                .update();
        database.sql("delete from meeting where area = :area")
                .param("area", OXHEY.value())
                .update();
    }

    @Test
    void an_officer_enters_a_meeting_that_residents_see() {
        Map<String, String> form = filled();
        form.put("about", "No need to book.\n\nTea & <biscuits>");
        form.put("host", hosts.of(OXHEY).getFirst().id().toString());
        Answer answer = as(OLIVE).post(ADD, form);
        assertThat(answer.status()).isEqualTo(303);
        Meeting meeting = only();
        assertThat(meeting.schedule().startsAt())
                .isEqualTo(DATE.atTime(10, 0).atZone(Schedule.ZONE).toInstant());
        assertThat(meeting.schedule().endsAt())
                .isEqualTo(DATE.atTime(11, 30).atZone(Schedule.ZONE).toInstant());
        assertThat(meeting.description()).isEqualTo("<p>No need to book.</p><p>Tea &amp; &lt;biscuits&gt;</p>");
        assertThat(meeting.source()).isEqualTo("staff");
        assertThat(new Caller(port).page(meeting.path()).select("main").text())
                .contains(
                        "Surgery", "10am to 11:30am", hosts.of(OXHEY).getFirst().title(), "Tea & <biscuits>");
        assertThat(as(OLIVE).page(LIST + "?done=added").select("main").text())
                .contains("The meeting is on the team's page", "Talk to your team");
        assertThat(database.sql("select action from audit.deed order by id desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith("meeting.");
    }

    @Test
    void the_list_has_what_comes_next_first_and_marks_a_date_that_is_called_off() {
        Map<String, String> series = filled();
        series.put("title", "Began first");
        series.put("repeat", "weekly");
        assertThat(as(OLIVE).post(ADD, series).status()).isEqualTo(303);
        Meeting weekly = only();
        Map<String, String> soon = filled();
        soon.put("title", "Comes first");
        put(soon, "date", DATE.minusDays(3));
        assertThat(as(OLIVE).post(ADD, soon).status()).isEqualTo(303);
        assertThat(as(OLIVE)
                        .post(
                                edit(weekly) + "/cancel",
                                Map.of("version", "1", "date", DATE.toString(), "reason", "Training"))
                        .status())
                .isEqualTo(303);
        Elements lines = as(OLIVE).page(LIST).select(".bl-articles > li");
        assertThat(lines.select("h2").eachText()).containsExactly("Comes first", "Began first");
        assertThat(lines.get(0).select(".govuk-tag")).isEmpty();
        assertThat(lines.get(1).select(".govuk-tag").eachText()).containsExactly("Cancelled");
    }

    @Test
    void the_list_warns_when_the_host_is_away_on_the_date() {
        Team before = teams.find(OXHEY).orElseThrow();
        Member host = before.members().getFirst();
        Map<String, String> form = filled();
        form.put("host", host.id().toString());
        assertThat(as(OLIVE).post(ADD, form).status()).isEqualTo(303);
        try {
            TheTeam.restore(register, before.with(host.cover(new Cover(null, "On a course", DATE.minusDays(1)))));
            assertThat(as(OLIVE).page(LIST).select(".govuk-warning-text")).isEmpty();
            TheTeam.restore(register, before.with(host.cover(new Cover(null, "On a course", DATE))));
            assertThat(as(OLIVE).page(LIST).select(".govuk-warning-text").text())
                    .contains(host.title() + " is away then: On a course, until");
        } finally {
            TheTeam.restore(register, before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weekly       | 2 | never | ''  | FREQ=WEEKLY;INTERVAL=2",
                "weekly       | 1 | times | 10  | FREQ=WEEKLY;COUNT=10",
                "monthly      | 1 | never | ''  | FREQ=MONTHLY;BYDAY=1TU",
                "once         | 1 | times | 10  | ''",
            })
    void a_meeting_repeats_as_was_chosen_and_the_form_shows_it_again(
            String repeat, String every, String ending, String times, String rule) {
        Map<String, String> form = filled();
        form.put("repeat", repeat);
        form.put("every", every);
        form.put("ending", ending);
        form.put("times", times);
        assertThat(as(OLIVE).post(ADD, form).status()).isEqualTo(303);
        Recurrence recurrence = only().schedule().recurrence();
        assertThat(recurrence == null ? "" : recurrence.rule()).isEqualTo(rule);
        Map<String, String> shown = fields(as(OLIVE).page(edit(only())));
        assertThat(shown)
                .containsEntry("repeat", repeat)
                .containsEntry("date.day", String.valueOf(DATE.getDayOfMonth()));
        assertThat(as(OLIVE).post(edit(only()), shown).status()).isEqualTo(303);
        assertThat(only().version()).isEqualTo(1);
    }

    @Test
    void a_series_ends_on_a_date() {
        Map<String, String> form = filled();
        form.put("repeat", "weekly");
        form.put("ending", "until");
        put(form, "until", DATE.plusWeeks(3));
        assertThat(as(OLIVE).post(ADD, form).status()).isEqualTo(303);
        assertThat(only().occurrences(Instant.now())).hasSize(4);
        assertThat(fields(as(OLIVE).page(edit(only()))))
                .containsEntry("until.day", String.valueOf(DATE.plusWeeks(3).getDayOfMonth()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title      | ''        | title    | Enter what it is called",
                "place      | ' '       | place    | Enter where it takes place",
                "kind       | party     | kind     | Choose what kind it is",
                "date.month | ''        | date     | The date must include a month",
                "date.year  | 27        | date     | The date must include a year with four numbers",
                "date.year  | 2020      | date     | The date and time it starts must be in the future",
                "date.year  | 2099      | date     | The date must be within the next 5 years",
                "starts     | ''        | starts   | Enter the time it starts, for example 10am or 18:30",
                "starts     | 25:00     | starts   | Enter the time it starts, for example 10am or 18:30",
                "ends       | 9:30      | ends     | It must end after it starts",
                "ends       | tea       | ends     | Enter the time it ends, for example 11:30am or 20:00",
                "host       | 0d0c7a52-5d1c-4b7e-9a44-2f6d1f0c9b01 | host | Choose somebody of the team",
                "email      | nonsense  | email    | Enter an email address like name@example.com",
                "repeat     | daily     | repeat   | Choose whether it repeats",
            })
    void what_cannot_be_is_told_at_its_field_with_what_was_typed_and_nothing_is_written(
            String field, String value, String at, String message) {
        Map<String, String> form = filled();
        if (field.equals("repeat")) {
            form.put("ending", "never");
        }
        form.put(field, value);
        told(ADD, form, at, message);
        assertThat(fields(told(ADD, form, at, message))).containsEntry("about", "No need to book");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31 | 6    | 2027 | 10am  | date   | The date must be a real date: there is no 31 6 2027",
                "29 | feb  | 2027 | 10am  | date   | The date must be a real date: there is no 29 feb 2027",
                "28 | 3    | 2027 | 01:30 | starts | There is no 01:30 on 28 March 2027: the clocks go forward at that time. Enter another time",
            })
    void a_date_or_time_that_does_not_exist_is_refused(
            String day, String month, String year, String starts, String at, String message) {
        Map<String, String> form = filled();
        form.put("date.day", day);
        form.put("date.month", month);
        form.put("date.year", year);
        form.put("starts", starts);
        form.put("ends", "");
        Document page = told(ADD, form, at, message);
        assertThat(fields(page)).containsEntry("date.day", day).containsEntry("date.month", month);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weekly       | every | 0   | Enter every how many weeks, 1 to 52",
                "weekly       | times | 1   | Enter how many times it takes place, 2 to 500",
                "weekly       | times | lots | Enter how many times it takes place, 2 to 500",
            })
    void a_repetition_that_cannot_be_is_refused(String repeat, String field, String value, String message) {
        Map<String, String> form = filled();
        form.put("repeat", repeat);
        form.put("ending", field.equals("times") ? "times" : "never");
        form.put(field, value);
        told(ADD, form, field, message);
    }

    @Test
    void a_fifth_weekday_and_a_last_one_that_is_none_are_explained() {
        LocalDate fifth = DATE.withDayOfMonth(29);
        Map<String, String> form = filled();
        put(form, "date", fifth);
        form.put("repeat", "monthly");
        assertThat(told(ADD, form, "repeat", null).select("#repeat-error").text())
                .contains("Not every month has a fifth");
        put(form, "date", DATE);
        form.put("repeat", "monthly-last");
        assertThat(told(ADD, form, "repeat", null).select("#repeat-error").text())
                .contains("is not the last Tuesday of its month");
    }

    @Test
    void one_date_of_a_series_is_cancelled_with_a_reason() {
        Map<String, String> form = filled();
        form.put("repeat", "weekly");
        as(OLIVE).post(ADD, form);
        String cancel = as(OLIVE)
                .page(edit(only()))
                .select("a[href*=cancel?date=]")
                .get(1)
                .attr("href");
        Document page = as(OLIVE).page(cancel);
        assertThat(page.select("h1").text()).contains("Cancel Talk to your team on Tuesday");
        Map<String, String> sent = fields(page);
        assertThat(as(OLIVE).post(edit(only()) + "/cancel", sent).status()).isEqualTo(422);
        sent.put("reason", "The hall is closed");
        assertThat(as(OLIVE).post(edit(only()) + "/cancel", sent).status()).isEqualTo(303);
        assertThat(only().cancelledDates()).containsExactly(Map.entry(DATE.plusWeeks(1), "The hall is closed"));
        assertThat(as(OLIVE).page(edit(only())).select("main").text()).contains("The hall is closed");
        assertThat(new Caller(port).page(only().path()).select("main").text()).contains("The hall is closed");
    }

    @Test
    void a_whole_meeting_is_cancelled_and_stays_as_it_is() {
        as(OLIVE).post(ADD, filled());
        Map<String, String> sent = fields(as(SAM).page(edit(only()) + "/cancel"));
        sent.put("reason", "The hall is closed");
        assertThat(as(SAM).post(edit(only()) + "/cancel", sent).status()).isEqualTo(303);
        assertThat(only().cancelled()).isTrue();
        Document page = as(OLIVE).page(edit(only()));
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main").text()).contains("This meeting is cancelled: The hall is closed");
        assertThat(as(OLIVE).post(edit(only()), filledAt(2)).status()).isEqualTo(409);
    }

    @Test
    void who_edits_what_somebody_else_changed_meanwhile_is_told_and_loses_nothing() {
        as(OLIVE).post(ADD, filled());
        Map<String, String> late = fields(as(SAM).page(edit(only())));
        Map<String, String> early = fields(as(OLIVE).page(edit(only())));
        early.put("place", "Village hall");
        as(OLIVE).post(edit(only()), early);
        late.put("title", "Talk to us");
        Answer told = as(SAM).post(edit(only()), late);
        assertThat(told.status()).isEqualTo(409);
        Document page = Jsoup.parse(told.body());
        assertThat(page.select(".govuk-error-summary").text()).contains("Somebody else changed this meeting");
        assertThat(page.select(".bl-contact").text()).contains("Village hall");
        assertThat(fields(page)).containsEntry("title", "Talk to us");
        assertThat(only().place()).isEqualTo("Village hall");
        assertThat(as(SAM).post(edit(only()), fields(page)).status()).isEqualTo(303);
        assertThat(only().title()).isEqualTo("Talk to us");
    }

    @Test
    void nobody_outside_the_area_or_without_the_role_sees_or_changes_its_meetings() {
        as(ADA).post(ADD, filled());
        Meeting meeting = only();
        for (TestStaff other : List.of(OSCAR, ERIN)) {
            assertThat(as(other).get(LIST).status()).isEqualTo(403);
            assertThat(as(other).get(edit(meeting)).status()).isEqualTo(403);
            assertThat(as(other).post(ADD, filled()).status()).isEqualTo(403);
            assertThat(as(other).post(edit(meeting), filledAt(1)).status()).isEqualTo(403);
            assertThat(as(other)
                            .post(edit(meeting) + "/cancel", Map.of("version", "1", "reason", "No"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(new Caller(port).get(LIST).status()).isEqualTo(401);
        assertThat(new Caller(port).post(ADD, filled()).status()).isEqualTo(401);
        assertThat(only()).isEqualTo(meeting);
    }

    @Test
    void what_was_done_is_in_the_history_and_can_be_undone() {
        as(OLIVE).post(ADD, filled());
        Map<String, String> sent = fields(as(OLIVE).page(edit(only())));
        sent.put("place", "Village hall");
        as(OLIVE).post(edit(only()), sent);
        as(OLIVE).post(edit(only()) + "/cancel", Map.of("version", "2", "reason", "Nobody has time"));
        List<Change> changes = history.of(OXHEY, Long.MAX_VALUE, 3);
        assertThat(changes)
                .extracting(Change::what)
                .containsExactly(
                        "Talk to your team: cancelled, Nobody has time",
                        "Talk to your team: place changed",
                        "Talk to your team added");
        StaffMember sam = new StaffMember("sam", "Sam", Set.of(Role.SERGEANT), Set.of(OXHEY));
        assertThatExceptionOfType(CannotUndo.class)
                .isThrownBy(() -> undoing.undo(sam, changes.get(1).id()))
                .withMessageContaining("Olive changed this again");
        undoing.undo(sam, changes.get(0).id());
        assertThat(only().cancelled()).isFalse();
        assertThat(only().version()).isEqualTo(4);
        assertThat(only().place()).isEqualTo("Village hall");
        undoing.undo(sam, history.of(OXHEY, Long.MAX_VALUE, 1).getFirst().id());
        assertThat(only().cancelled()).isTrue();
        assertThat(only().reason()).isEqualTo("Nobody has time");
    }

    @Test
    void to_undo_that_a_meeting_was_entered_cancels_it() {
        as(OLIVE).post(ADD, filled());
        StaffMember sam = new StaffMember("sam", "Sam", Set.of(Role.SERGEANT), Set.of(OXHEY));
        undoing.undo(sam, history.of(OXHEY, Long.MAX_VALUE, 1).getFirst().id());
        assertThat(only().cancelled()).isTrue();
        assertThat(only().reason()).isEqualTo("Entered by mistake");
    }

    private Caller as(TestStaff who) {
        return new Caller(port).as(who);
    }

    private Meeting only() {
        List<Meeting> all = meetings.within(OXHEY, Instant.EPOCH);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String edit(Meeting meeting) {
        return "/staff/directory/meeting/" + meeting.id();
    }

    /** Sends a form that is wrong; the page with the message at that field. */
    private Document told(String path, Map<String, String> form, String at, String message) {
        Answer answer = as(OLIVE).post(path, form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        Element line = page.select(".govuk-error-summary a[href=#" + at + "]").first();
        assertThat(line).as(page.select(".govuk-error-summary").text()).isNotNull();
        if (message != null) {
            assertThat(line.text()).isEqualTo(message);
        }
        assertThat(page.getElementById(at)).isNotNull();
        assertThat(meetings.within(OXHEY, Instant.EPOCH)).isEmpty();
        return page;
    }

    private static Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", "0");
        form.put("title", "Talk to your team");
        form.put("kind", "surgery");
        put(form, "date", DATE);
        form.put("starts", "10am");
        form.put("ends", "11.30");
        form.put("repeat", "once");
        form.put("every", "1");
        form.put("ending", "never");
        form.put("place", "South Oxhey Library");
        form.put("about", "No need to book");
        form.put("host", "");
        return form;
    }

    private static Map<String, String> filledAt(long version) {
        Map<String, String> form = filled();
        form.put("version", String.valueOf(version));
        return form;
    }

    private static void put(Map<String, String> form, String name, LocalDate date) {
        form.put(name + ".day", String.valueOf(date.getDayOfMonth()));
        form.put(name + ".month", String.valueOf(date.getMonthValue()));
        form.put(name + ".year", String.valueOf(date.getYear()));
    }

    /** What a browser would send of the page's form. */
    private static Map<String, String> fields(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : page.select("main form [name]")) {
            switch (field.tagName()) {
                case "select" ->
                    fields.put(
                            field.attr("name"), field.select("option[selected]").attr("value"));
                case "textarea" -> fields.put(field.attr("name"), field.val());
                case "input" -> {
                    if (!field.attr("type").equals("radio") || field.hasAttr("checked")) {
                        fields.put(field.attr("name"), field.val());
                    }
                }
                default -> {}
            }
        }
        return fields;
    }
}
