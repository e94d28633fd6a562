package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code kill -9} of any one service in the middle of the story loses nothing: it ends as told once it is back. Each is
 * killed while something of the story is in its hands and nowhere else.
 */
class CrashJourney extends Journey {

    private final String rosa = "rosa-" + UUID.randomUUID() + "@resident.example";
    private final String title = "Cycle patrols " + UUID.randomUUID().toString().substring(0, 8);
    private final String worry = "Cars race on the ring road at night " + UUID.randomUUID();

    @AfterEach
    void everything_runs_again() {
        List.of("rabbitmq", "directory", "news", "alerts", "feedback", "gateway")
                .forEach(platform()::start);
    }

    @Test
    void an_article_that_waits_for_the_broker_outlives_the_newsroom() {
        try (Visitor resident = visitor(Scripts.ON);
                Visitor editor = visitor(Scripts.ON)) {
            Story story = new Story(platform(), resident, editor);
            signUp(story);
            platform().stop("rabbitmq");
            story.editorPublishes(title);

            platform().kill("news");
            platform().start("rabbitmq");
            platform().start("news");

            everybodyIsToldOnce(story);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "alerts"})
    void an_article_published_while_a_listener_lies_dead_reaches_it(String listener) {
        try (Visitor resident = visitor(Scripts.ON);
                Visitor editor = visitor(Scripts.ON)) {
            Story story = new Story(platform(), resident, editor);
            signUp(story);
            story.editorWrites(title);

            platform().kill(listener);
            story.editorPublishesWhatWasWritten();
            platform().start(listener);

            everybodyIsToldOnce(story);
        }
    }

    @Test
    void a_concern_outlives_the_service_that_has_just_thanked_for_it() {
        try (Visitor resident = visitor(Scripts.ON)) {
            Story story = new Story(platform(), resident, resident);
            String reference = story.residentSaysWhatMatters(worry);

            platform().kill("feedback");
            platform().start("feedback");

            story.officerOfTheAreaSees(visitor(Scripts.ON), worry, reference);
        }
    }

    @Test
    void an_editor_stays_signed_in_and_goes_on_after_the_gateway_was_killed() {
        try (Visitor resident = visitor(Scripts.ON);
                Visitor editor = visitor(Scripts.ON)) {
            Story story = new Story(platform(), resident, editor);
            signUp(story);
            story.editorWrites(title);

            platform().kill("gateway");
            platform().start("gateway");

            story.editorPublishesWhatWasWritten();
            everybodyIsToldOnce(story);
        }
    }

    private void signUp(Story story) {
        story.residentSignsUp(rosa);
        story.residentConfirmsFromTheMail(rosa);
    }

    private void everybodyIsToldOnce(Story story) {
        story.theTeamPageShows(title);
        story.theResidentIsTold(rosa, title);
        assertThat(platform().mailsTo(rosa))
                .as("one mail to confirm, one about the article")
                .hasSize(2);
    }
}
