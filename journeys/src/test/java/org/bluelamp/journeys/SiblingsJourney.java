package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One service away: its pages say so, the others stand, and when it is back it catches up with what it missed. */
class SiblingsJourney extends Journey {

    private static final Map<String, String> PAGES = Map.of(
            "directory", Story.NEIGHBOURHOOD,
            "news", "/news",
            "alerts", "/alerts/sign-up",
            "feedback", "/have-your-say/stevenage/stevenage-north");

    @AfterEach
    void everything_runs_again() {
        PAGES.keySet().forEach(platform()::start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "news", "alerts", "feedback"})
    void the_others_stand_while_one_is_away(String missing) {
        platform().stop(missing);
        try (Visitor visitor = visitor(Scripts.ON)) {
            PAGES.forEach((service, path) -> {
                if (service.equals(missing)) {
                    // The gateway keeps a public page for some seconds, which is no fault.
                    await().atMost(Duration.ofSeconds(30)).until(() -> visitor.opens(path) == 503);
                    visitor.seesHeading("not available right now");
                } else {
                    assertThat(visitor.opens(path))
                            .as(path + " without " + missing)
                            .isEqualTo(200);
                }
                visitor.findsThePageAccessible();
            });
        }
    }

    @Test
    void a_team_page_catches_up_with_what_was_published_while_it_was_away() {
        String title = "Market patrols " + UUID.randomUUID().toString().substring(0, 8);
        try (Visitor resident = visitor(Scripts.ON);
                Visitor editor = visitor(Scripts.ON)) {
            Story story = new Story(platform(), resident, editor);
            platform().stop("directory");
            story.editorPublishes(title);
            platform().start("directory");
            story.theTeamPageShows(title);
        }
    }
}
