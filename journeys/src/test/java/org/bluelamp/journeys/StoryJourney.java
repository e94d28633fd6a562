package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bluelamp.local.mail.Mail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main story of the platform, from a resident's first visit to the mail that an editor's article sends her. */
class StoryJourney extends Journey {

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_resident_finds_her_team_hears_from_it_and_is_heard(Scripts scripts) {
        String rosa = "rosa-" + UUID.randomUUID() + "@resident.example";
        String title = "Bike marking on the High Street "
                + UUID.randomUUID().toString().substring(0, 8);
        String worry = "Motorbikes race through the park behind the school " + UUID.randomUUID();

        try (Visitor resident = visitor(scripts);
                Visitor editor = visitor(scripts)) {
            Story story = new Story(platform(), resident, editor);

            story.residentFindsHerTeam();
            story.residentSignsUp(rosa);
            story.residentConfirmsFromTheMail(rosa);
            story.residentChooses();
            String reference = story.residentSaysWhatMatters(worry);
            story.editorPublishes(title);
            story.theTeamPageShows(title);
            Mail told = story.theResidentIsTold(rosa, title);
            story.oneClickEndsTheMails(told);

            story.officerOfTheAreaSees(visitor(scripts), worry, reference);
            story.officerOfAnotherAreaDoesNotSee(visitor(scripts), worry, reference);
            assertThat(platform().mailsTo(rosa))
                    .as("one mail to confirm, one about the article")
                    .hasSize(2);
        }
    }
}
