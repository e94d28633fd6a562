package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} of any one service in the middle of the story loses nothing: it ends as told once it is back. */
class CrashJourney extends Journey {

    private String killed = "";

    @AfterEach
    void everything_runs_again() {
        platform().start(killed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "news", "alerts", "feedback", "gateway"})
    void the_story_ends_as_told_though_a_service_was_killed(String service) {
        killed = service;
        String rosa = "rosa-" + UUID.randomUUID() + "@resident.example";
        String title = "Cycle patrols after " + service + " "
                + UUID.randomUUID().toString().substring(0, 8);
        String worry = "Cars race on the ring road at night " + UUID.randomUUID();

        try (Visitor resident = visitor(Scripts.ON);
                Visitor editor = visitor(Scripts.ON)) {
            Story story = new Story(platform(), resident, editor);
            story.residentSignsUp(rosa);
            story.residentConfirmsFromTheMail(rosa);
            String reference = story.residentSaysWhatMatters(worry);
            story.editorPublishes(title);

            platform().kill(service);
            platform().start(service);

            story.theTeamPageShows(title);
            story.theResidentIsTold(rosa, title);
            story.officerOfTheAreaSees(visitor(Scripts.ON), worry, reference);
            assertThat(platform().mailsTo(rosa)).hasSize(2);
        }
    }
}
