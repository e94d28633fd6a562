package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The named contact of a team leaves: colleagues take over, nothing points to a ghost, and a mistake is taken back. */
class LeaverJourney extends Journey {

    private static final String PAGE = "/your-area/broxbourne/cheshunt-east";
    private static final String AREA = "hertfordshire/broxbourne/cheshunt-east";

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void who_leaves_hands_over_first_and_residents_find_a_colleague(Scripts scripts) {
        try (Visitor administrator = visitor(scripts);
                Visitor resident = visitor(scripts, PHONE)) {
            String leaver = namedContact(resident);
            Story.signIn(administrator, "ada.admin", "/staff/directory/areas/" + AREA);
            administrator.follows(leaver);
            administrator.follows(leaver + " leaves the team");
            administrator.findsThePageAccessible();
            administrator.presses(leaver + " leaves");
            administrator.sees("There is a problem");
            administrator.findsThePageAccessible();
            for (Locator duty : administrator.find("main select").all()) {
                // After "Choose" and "Nobody" come the colleagues.
                duty.selectOption(new SelectOption().setIndex(2));
            }
            administrator.presses(leaver + " leaves");
            administrator.findsThePageAccessible();
            residentFinds(resident, leaver, false);
            assertThat(namedContact(resident)).isNotEqualTo(leaver);
            resident.findsThePageAccessible();

            administrator.opens("/staff/directory/history/" + AREA);
            administrator.sees("Undoing takes back");
            administrator.findsThePageAccessible();
            administrator.presses("Undo");
            administrator.sees("The change is undone");
            residentFinds(resident, leaver, true);
            assertThat(namedContact(resident)).isEqualTo(leaver);
        }
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_resident_takes_the_teams_meetings_into_her_calendar(Scripts scripts) throws IOException, ParserException {
        try (Visitor resident = visitor(scripts, PHONE)) {
            resident.opens(PAGE);
            String file = resident.find("#meetings ~ * a, section a")
                    .filter(new Locator.FilterOptions().setHasText("Download all meetings once"))
                    .first()
                    .getAttribute("href");
            List<VEvent> meetings = calendar(file).getComponents(Component.VEVENT);
            assertThat(meetings)
                    .filteredOn(meeting -> meeting.getSummary().getValue().equals("Talk to your team"))
                    .isNotEmpty()
                    .allSatisfy(meeting -> assertThat(begins(meeting)).isEqualTo("T100000 Europe/London"));
        }
    }

    private static String namedContact(Visitor resident) {
        resident.opens(PAGE);
        return resident.find(".bl-portrait__name").innerText().strip();
    }

    /** Public pages may be some seconds old. */
    private static void residentFinds(Visitor resident, String person, boolean there) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            resident.opens(PAGE);
            return resident.has(person) == there;
        });
    }

    /** As it stands in the file: the time of the clock on the wall, and whose. */
    private static String begins(VEvent meeting) {
        Property start = meeting.getRequiredProperty(Property.DTSTART);
        String zone = start.getParameter(Parameter.TZID).orElseThrow().getValue();
        return start.getValue().substring("20260101".length()) + " " + zone;
    }

    private Calendar calendar(String path) throws IOException, ParserException {
        HttpResponse<byte[]> answer = platform().fetch(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new CalendarBuilder().build(new ByteArrayInputStream(answer.body()));
    }
}
