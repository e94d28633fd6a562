package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bluelamp.local.mail.Mail;
import org.bluelamp.local.part.Part;
import org.junit.jupiter.api.Test;

/** The weekly letter where two processes of alerts-service look whether it is time, write it and send it. */
class LetterJourney extends Journey {

    private static final String NORTH = "hertfordshire/stevenage/stevenage-north";
    private static final String SOUTH = "hertfordshire/stevenage/stevenage-south";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_weekly_letter_with_news_alerts_priorities_and_meetings_reaches_each_follower_once_from_two_processes() {
        String title = "Bike marking " + mark;
        String issue = "Speeding " + mark;
        List<String> followers = Stream.generate(() -> "weekly-" + UUID.randomUUID() + "@resident.example")
                .limit(3)
                .toList();
        CompletableFuture<Part> second =
                CompletableFuture.supplyAsync(() -> platform().startReplica("alerts"));
        try (Visitor editor = visitor(Scripts.OFF);
                Visitor sergeant = visitor(Scripts.OFF)) {
            for (String follower : followers) {
                Story.follows(platform(), follower, NORTH, "weekly");
                Story.follows(platform(), follower, SOUTH, "weekly");
            }
            new Story(platform(), editor, editor).editorPublishes(title);
            setsAPriority(sergeant, issue);
            await("both in the hands of alerts-service")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> platform().count("alerts", "select count(*) from article where title = ?", title) == 1
                            && platform().count("alerts", "select count(*) from priority where issue = ?", issue) == 1);

            second.join();
            // Both look every second whether the letters of today are written.
            platform().change("alerts", "delete from letter_run");

            for (String follower : followers) {
                assertThat(platform()
                                .awaitMail(follower, mail -> mail.subject().startsWith("What is new"))
                                .text())
                        .contains(title, "Tools stolen from vans in Stevenage North", issue, "Town Square, Stevenage");
            }
            await("nothing left to send")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> platform()
                                    .count(
                                            "alerts",
                                            "select count(*) from delivery where item_kind = 'letter' and finished_at is null")
                            == 0);
            assertThat(platform().count("alerts", "select count(*) from letter_run"))
                    .isEqualTo(1);
            assertThat(followers)
                    .allSatisfy(follower -> assertThat(platform().mailsTo(follower))
                            .extracting(Mail::subject)
                            .as("two emails to confirm, and one letter; no news at once")
                            .hasSize(3));
        } finally {
            second.join().stop();
        }
    }

    private static void setsAPriority(Visitor sergeant, String issue) {
        Story.signIn(sergeant, "sam.sergeant", "/staff/feedback/priorities");
        sergeant.opens("/staff/feedback/priorities/new?area=" + NORTH);
        sergeant.types("What is wrong?", issue);
        sergeant.types("Why is it a priority?", "You told us");
        sergeant.presses("Set this priority");
        sergeant.sees("The priority has been set");
    }
}
