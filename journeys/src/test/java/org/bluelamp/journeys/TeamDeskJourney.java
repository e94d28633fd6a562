package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An officer keeps their team's page right, takes a slip back, and cannot touch another team's. */
class TeamDeskJourney extends Journey {

    private static final String DESK = "/staff/directory/areas/hertfordshire/stevenage/stevenage-north";
    private static final String HISTORY = "/staff/directory/history/hertfordshire/stevenage/stevenage-north";

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void what_an_officer_changes_residents_read_and_an_undo_takes_it_back(Scripts scripts) {
        String words = "I am at the skate park on Fridays " + UUID.randomUUID();
        try (Visitor officer = visitor(scripts);
                Visitor resident = visitor(scripts)) {
            Story.signIn(officer, "olive.officer", DESK);
            officer.findsThePageAccessible();
            officer.follows("PCSO William Das");
            officer.findsThePageAccessible();
            officer.find("textarea[name=bio]").fill(words);
            officer.presses("Save");
            residentReads(resident, words, true);

            officer.opens(HISTORY);
            officer.findsThePageAccessible();
            officer.presses("Undo");
            residentReads(resident, words, false);
        }
    }

    /** Public pages may be some seconds old. */
    private static void residentReads(Visitor resident, String words, boolean there) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            resident.opens(Story.NEIGHBOURHOOD);
            return resident.has(words) == there;
        });
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_officer_of_another_area_is_refused(Scripts scripts) {
        try (Visitor officer = visitor(scripts)) {
            Story.signIn(officer, "oscar.officer", "/staff/directory");
            assertThat(officer.opens(DESK)).isEqualTo(403);
            assertThat(officer.opens(HISTORY)).isEqualTo(403);
            officer.findsThePageAccessible();
        }
    }
}
