package org.bluelamp.directory.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@DirectoryTest
class MeetingRegisterTest {

    /** A team without demo meetings. */
    private static final AreaCode OXHEY = new AreaCode("hertfordshire/three-rivers/oxhey");

    private static final AreaCode NORTH = new AreaCode("hertfordshire/stevenage/stevenage-north");

    private static final StaffMember OLIVE = officer(OXHEY);

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.HOURS);

    @Autowired
    private MeetingRegister register;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Hosts hosts;

    @Autowired
    private MeetingHorizon horizon;

    @Autowired
    private MeetingSnapshot snapshot;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void clear() {
        database.sql("delete from meeting where area = :area")
                .param("area", OXHEY.value())
                .update();
    }

    @Test
    void what_a_source_tells_is_taken_over_once() {
        assertThat(put(told("Street meet", 3), told("Surgery", 5))).hasSize(2);
        assertThat(put(told("Street meet", 3), told("Surgery", 5))).isEmpty();
        assertThat(held()).extracting(Meeting::version).containsExactly(1L, 1L);
        assertThat(events(held().getFirst())).hasSize(1);
    }

    @Test
    void two_meetings_of_the_same_name_at_the_same_time_stay_two() {
        MeetingDescription here = told("Street meet", 3);
        MeetingDescription there =
                new MeetingDescription(here.title(), null, here.kind(), "Elsewhere", here.schedule(), Map.of(), null);
        assertThat(put(here, there)).hasSize(2);
        assertThat(put(here, there)).isEmpty();
    }

    @Test
    void what_a_source_no_longer_tells_is_cancelled_if_it_is_still_to_come_and_takes_place_when_told_again() {
        put(told("Past", -30), told("Coming", 5), told("Staying", 6));
        put(told("Staying", 6));
        assertThat(held().stream().filter(Meeting::cancelled))
                .extracting(Meeting::title)
                .containsExactly("Coming");
        put(told("Coming", 5), told("Staying", 6));
        assertThat(held()).noneMatch(Meeting::cancelled);
    }

    @Test
    void an_import_leaves_alone_what_staff_entered_or_changed() {
        put(told("Street meet", 3));
        Meeting meeting = held().getFirst();
        register.change(OLIVE, meeting.id(), told("Street meet at the market", 4), meeting.version());
        register.add(OLIVE, OXHEY, told("Entered by hand", 9));
        assertThat(put(told("Street meet", 3))).isEmpty();
        assertThat(put()).isEmpty();
        assertThat(held()).extracting(Meeting::title).containsExactly("Street meet at the market", "Entered by hand");
        assertThat(held()).noneMatch(Meeting::cancelled);
    }

    @Test
    void the_html_of_a_source_is_reduced_to_what_is_safe() {
        put(new MeetingDescription(
                "Tea",
                "<p>Tea<script>x()</script></p>",
                "meeting",
                null,
                told("Tea", 3).schedule(),
                Map.of(),
                null));
        assertThat(held().getFirst().description()).isEqualTo("<p>Tea</p>");
    }

    @Test
    void every_change_is_announced_as_the_contract_says() {
        UUID host = hosts.of(OXHEY).getFirst().id();
        MeetingDescription first = weekly("Surgery", 2, host);
        Meeting added = register.add(OLIVE, OXHEY, first);
        LocalDate second = added.occurrences(Instant.now())
                .skip(1)
                .findFirst()
                .orElseThrow()
                .date();
        Meeting without = register.cancelDate(OLIVE, added.id(), second, "The hall is closed", added.version());
        Meeting gone = register.cancel(OLIVE, added.id(), "Nobody came", without.version());
        List<String> events = events(added);
        assertThat(events).hasSize(3);
        events.forEach(data -> Contracts.validate("directory.meeting.changed", data));
        assertThat(events.get(0)).contains("\"host\":\"" + host, "\"recurrence\":\"FREQ=WEEKLY\"", "\"more\":true");
        assertThat(database.sql("""
                        select jsonb_array_length(data::jsonb -> 'next') from messaging.outbox
                        where type = 'directory.meeting.changed' and subject = :id order by version
                        """)
                        .param("id", added.id().toString())
                        .query(Integer.class)
                        .list())
                .containsExactly(26, 26, 0);
        assertThat(events.get(1)).contains("\"cancelledDates\":[\"" + second + "\"]");
        assertThat(events.get(2)).contains("\"cancelled\":true", "Nobody came");
        assertThat(gone.version()).isEqualTo(3);
    }

    @Test
    void who_asks_for_a_snapshot_is_told_all_meetings_at_their_present_version() {
        Meeting added = register.add(OLIVE, OXHEY, weekly("Surgery", 2, null));
        assertThat(snapshot.snapshot())
                .filteredOn(event -> event.subject().equals(added.id().toString()))
                .singleElement()
                .satisfies(event -> assertThat(event.version()).isEqualTo(1));
        assertThat(snapshot.snapshot())
                .hasSize(database.sql("select count(*) from meeting")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void a_series_is_announced_again_once_before_its_dates_run_out() {
        Meeting series = register.add(OLIVE, OXHEY, weekly("Surgery", 2, null));
        horizon.look();
        assertThat(meetings.find(series.id()).orElseThrow().version()).isEqualTo(1);
        database.sql("update meeting set announced_until = :soon where id = :id")
                .param("soon", Instant.now().plus(Duration.ofDays(59)).atOffset(ZoneOffset.UTC))
                .param("id", series.id())
                .update();
        horizon.look();
        horizon.look();
        Meeting after = meetings.find(series.id()).orElseThrow();
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.changedAt()).isCloseTo(series.changedAt(), within(1, ChronoUnit.MILLIS));
        assertThat(events(series)).hasSize(2);
    }

    @Test
    void what_does_not_go_on_beyond_what_was_announced_is_not_announced_again() {
        put(told("Street meet", 3));
        register.add(OLIVE, OXHEY, repeating("Short", 3, "FREQ=WEEKLY;COUNT=26", null));
        assertThat(database.sql("select count(*) from meeting where area = :area and announced_until is not null")
                        .param("area", OXHEY.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_changes_the_meetings_of_another_area() {
        Meeting meeting = register.add(OLIVE, OXHEY, told("Street meet", 3));
        StaffMember other = officer(NORTH);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> register.add(other, OXHEY, told("Mine", 3)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> register.change(other, meeting.id(), told("Mine", 3), 1));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> register.cancel(other, meeting.id(), "No", 1));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> register.cancelDate(other, meeting.id(), LocalDate.now(), "No", 1));
        assertThat(held()).containsExactly(meetings.find(meeting.id()).orElseThrow());
    }

    @Test
    void a_change_based_on_an_older_version_is_refused() {
        Meeting meeting = register.add(OLIVE, OXHEY, told("Street meet", 3));
        register.change(OLIVE, meeting.id(), told("Street meet, new", 3), 1);
        assertThatExceptionOfType(StaleMeeting.class)
                .isThrownBy(() -> register.change(OLIVE, meeting.id(), told("Street meet, late", 3), 1));
        assertThat(held()).extracting(Meeting::title).containsExactly("Street meet, new");
    }

    @Test
    void a_day_on_which_it_does_not_take_place_cannot_be_cancelled() {
        Meeting meeting = register.add(OLIVE, OXHEY, weekly("Surgery", 2, null));
        LocalDate not = meeting.schedule().firstDate().plusDays(1);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> register.cancelDate(OLIVE, meeting.id(), not, "No", 1));
    }

    @Test
    void a_host_is_of_the_areas_team() {
        UUID stranger = hosts.of(NORTH).getFirst().id();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> register.add(OLIVE, OXHEY, weekly("Surgery", 2, stranger)));
        put(weekly("Told with a stranger", 2, stranger));
        assertThat(held().getFirst().host()).isNull();
    }

    @Test
    void what_somebody_hosts_and_is_still_to_come_is_known() {
        UUID leaver = hosts.of(OXHEY).getFirst().id();
        put(once("Past", -10, leaver), once("Coming", 4, leaver), weekly("Series", 2, leaver));
        register.add(OLIVE, OXHEY, once("Of nobody", 4, null));
        assertThat(register.hostedBy(leaver)).extracting(Meeting::title).containsExactlyInAnyOrder("Coming", "Series");
    }

    @Test
    void nobody_hosts_what_somebody_hosted_who_is_not_of_the_team_any_more() {
        UUID leaver = hosts.of(OXHEY).getFirst().id();
        put(once("Past", -10, leaver), once("Coming", 4, leaver));
        register.keepHosts(OXHEY, Set.of(UUID.randomUUID()));
        assertThat(held()).extracting(Meeting::host).containsExactly(null, null);
        assertThat(events(held().getLast())).hasSize(2);
    }

    @Test
    void the_demo_data_has_meetings_to_come_and_past_ones_for_most_teams(@Autowired Diary diary) {
        List<String> areas = database.sql("select distinct area from meeting where source = :source")
                .param("source", DemoData.SOURCE)
                .query(String.class)
                .list();
        assertThat(areas).hasSize(30);
        for (String area : areas) {
            Diary.Dates dates = diary.of(new AreaCode(area), 5);
            assertThat(dates.next()).as(area).hasSizeGreaterThanOrEqualTo(5);
            assertThat(dates.past()).as(area).isNotEmpty();
        }
        assertThat(database.sql("select count(*) from meeting where host is null and source = :source")
                        .param("source", DemoData.SOURCE)
                        .query(Integer.class)
                        .single())
                .isLessThan(6);
    }

    private List<UUID> put(MeetingDescription... described) {
        return register.put(OXHEY, List.of(described), DemoData.SOURCE);
    }

    private List<Meeting> held() {
        return meetings.within(OXHEY, Instant.EPOCH);
    }

    private List<String> events(Meeting meeting) {
        return database.sql("""
                        select data from messaging.outbox
                        where type = 'directory.meeting.changed' and subject = :id
                        order by version
                        """)
                .param("id", meeting.id().toString())
                .query(String.class)
                .list();
    }

    private static MeetingDescription told(String title, int days) {
        return once(title, days, null);
    }

    private static MeetingDescription once(String title, int days, @Nullable UUID host) {
        Instant start = NOW.plus(Duration.ofDays(days));
        return new MeetingDescription(
                title, null, "meeting", "Hall", Schedule.once(start, start.plus(Duration.ofHours(1))), Map.of(), host);
    }

    private static MeetingDescription weekly(String title, int days, @Nullable UUID host) {
        return repeating(title, days, "FREQ=WEEKLY", host);
    }

    private static MeetingDescription repeating(String title, int days, String rule, @Nullable UUID host) {
        Instant start = LocalDate.now(Schedule.ZONE)
                .plusDays(days)
                .atTime(10, 0)
                .atZone(Schedule.ZONE)
                .toInstant();
        return new MeetingDescription(
                title,
                "<p>Come and talk</p>",
                "surgery",
                "Library",
                new Schedule(start, start.plus(Duration.ofHours(1)), Recurrence.parse(rule)),
                Map.of("email", "team@example.org"),
                host);
    }

    private static StaffMember officer(AreaCode area) {
        return new StaffMember("olive", "Olive", Set.of(Role.OFFICER), Set.of(area));
    }
}
