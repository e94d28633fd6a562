package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker, and then the database, are away for a minute while an alert is on its way. */
class OutageJourney extends Journey {

    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final Duration BACK = Duration.ofMinutes(1);

    @AfterEach
    void everything_runs_again() {
        platform().start("postgres");
        platform().start("rabbitmq");
    }

    @Test
    void an_alert_reaches_its_followers_without_the_broker_and_the_teams_page_once_it_is_back() {
        String headline = "Burst water main " + UUID.randomUUID().toString().substring(0, 8);
        String rosa = "rosa-" + UUID.randomUUID() + "@resident.example";
        Story.follows(platform(), rosa, "hertfordshire/north-herts/hitchin-rural");
        try (Visitor editor = visitor(Scripts.ON);
                Visitor resident = visitor(Scripts.OFF, PHONE)) {
            Story.signIn(editor, "erin.editor", "/staff/alerts");
            String alert = AlertJourney.writes(editor, headline, "hertfordshire/north-herts/hitchin-rural");

            platform().stop("rabbitmq");
            long stopped = System.nanoTime();
            editor.opens(alert + "/send");
            editor.presses("Send now");
            editor.sees("The alert is on its way");
            platform().awaitMail(rosa, mail -> mail.subject().equals(headline));
            awaitAway(stopped);
            platform().start("rabbitmq");
            await("the alert on the team's page").atMost(BACK).until(() -> {
                resident.opens("/your-area/north-herts/hitchin-rural");
                return resident.has(headline);
            });

            editor.opens(alert + "/edit");
            editor.find("input[name=headline]").fill(headline + ": mended");
            platform().stop("postgres");
            stopped = System.nanoTime();
            assertThat(resident.opens("/alerts?area=hertfordshire/north-herts"))
                    .as("a page says that it cannot be shown now")
                    .isIn(500, 502, 503, 504);
            resident.sees("999");
            awaitAway(stopped);
            platform().start("postgres");
            await("everything answers again")
                    .atMost(BACK)
                    .until(() -> resident.opens("/alerts?area=hertfordshire/north-herts") == 200);
            await("the portal answers again").atMost(BACK).until(() -> {
                editor.opens(alert + "/edit");
                return editor.has("name=\"headline\"");
            });
            editor.find("input[name=headline]").fill(headline + ": mended");
            editor.presses("Send the update");
            editor.sees("The update is on its way");
            platform().awaitMail(rosa, mail -> mail.subject().equals("Update: " + headline + ": mended"));
            assertThat(platform().mailsTo(rosa))
                    .as("one to confirm, one about the alert, one about the update")
                    .hasSize(3);
        }
    }

    private static void awaitAway(long since) {
        await("a minute to pass").atMost(AWAY.multipliedBy(2)).until(() -> System.nanoTime() - since > AWAY.toNanos());
    }
}
