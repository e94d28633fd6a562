package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluelamp.local.mail.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of mails on their way, one of which is urgent; and the broker, then the database, away for a while in the
 * midst of it. {@code -Dbluelamp.journeys.away=60s} has them away for longer than usual.
 */
class OutageJourney extends Journey {

    private static final Duration AWAY = Duration.parse(
            "PT" + System.getProperty("bluelamp.journeys.away", "15s").toUpperCase(java.util.Locale.UK));

    private static final Duration BACK = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(500);

    /** As many as alerts-service's workers for mail, each of which has one in hand. */
    private static final int IN_HAND = 20;

    private static final String TOWN = "hertfordshire/three-rivers/rickmansworth-and-croxley-green";
    private static final String VILLAGE = "hertfordshire/north-herts/hitchin-rural";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void everything_runs_again() {
        platform().start("postgres");
        platform().start("rabbitmq");
    }

    @Test
    void an_urgent_alert_overtakes_a_message_to_hundreds_that_is_being_sent() {
        Set<String> town = townspeople(300);
        List<String> village = villagers();
        String article = "Summer fair " + mark;
        String headline = "Escaped bull " + mark;
        try (Visitor editor = visitor(Scripts.OFF);
                Visitor newsroom = visitor(Scripts.OFF)) {
            Story.signIn(editor, "erin.editor", "/staff/alerts");
            editor.opens(AlertJourney.writes(editor, headline, VILLAGE) + "/send");
            new Story(platform(), newsroom, newsroom)
                    .editorWrites(article, "Three Rivers", "Rickmansworth and Croxley Green");
            newsroom.presses("Publish");
            newsroom.presses("Publish now");
            await("the first mails about the article")
                    .pollInterval(LOOK)
                    .until(() -> !mails(article).isEmpty());

            editor.presses("Send now");
            editor.sees("The alert is on its way");
            village.forEach(villager ->
                    platform().awaitMail(villager, mail -> mail.subject().equals(headline)));
            long urgent = mails(headline).getFirst().id();
            await("a mail to everybody in the town")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(LOOK)
                    .until(() -> mails(article).size() >= town.size());
            assertThat(mails(article)).extracting(Mail::to).containsExactlyInAnyOrderElementsOf(town);
            assertThat(mails(article).stream().filter(mail -> mail.id() > urgent))
                    .as("mails that the last of the alert overtook, those apart that were in hand already")
                    .hasSizeGreaterThan(IN_HAND);
        }
    }

    @Test
    void an_alert_reaches_its_followers_without_the_broker_and_the_teams_page_once_it_is_back() {
        String headline = "Burst water main " + mark;
        List<String> village = villagers();
        try (Visitor editor = visitor(Scripts.OFF);
                Visitor resident = visitor(Scripts.OFF, PHONE)) {
            Story.signIn(editor, "erin.editor", "/staff/alerts");
            String alert = AlertJourney.writes(editor, headline, VILLAGE);

            platform().stop("rabbitmq");
            long stopped = System.nanoTime();
            editor.opens(alert + "/send");
            editor.presses("Send now");
            editor.sees("The alert is on its way");
            village.forEach(villager ->
                    platform().awaitMail(villager, mail -> mail.subject().equals(headline)));
            assertThat(resident.opens("/alerts?area=" + VILLAGE)).isEqualTo(200);
            resident.sees(headline);
            assertThat(resident.opens("/your-area/north-herts/hitchin-rural"))
                    .as("a page that hears of it by the broker stands meanwhile")
                    .isEqualTo(200);
            awaitAway(stopped);
            platform().start("rabbitmq");

            await("the alert on the team's page").atMost(BACK).until(() -> {
                resident.opens("/your-area/north-herts/hitchin-rural");
                return resident.has(headline);
            });
            assertThat(mails(headline)).extracting(Mail::to).containsExactlyInAnyOrderElementsOf(village);
        }
    }

    @Test
    void an_alert_that_is_being_sent_while_the_database_goes_away_reaches_everybody_once_it_is_back() {
        String headline = "Stay indoors " + mark;
        Set<String> town = townspeople(300);
        try (Visitor editor = visitor(Scripts.OFF);
                Visitor approver = visitor(Scripts.OFF);
                Visitor resident = visitor(Scripts.OFF, PHONE)) {
            Story.signIn(editor, "erin.editor", "/staff/alerts");
            String alert = AlertJourney.writes(editor, headline, TOWN);
            editor.presses("Send for approval");
            Story.signIn(approver, "ada.admin", alert);
            approver.opens(alert + "/send");
            editor.opens("/staff/alerts/new");
            editor.find("input[name=headline]").fill("Half written " + mark);
            approver.presses("Send now");
            await("the first mails")
                    .pollInterval(LOOK)
                    .until(() -> mails(headline).size() >= IN_HAND);

            platform().stop("postgres");
            long stopped = System.nanoTime();
            assertThat(mails(headline)).as("it is in the midst of it").hasSizeLessThan(town.size());
            assertThat(resident.opens("/alerts?area=hertfordshire/north-herts")).isEqualTo(503);
            resident.seesHeading("not available right now");
            resident.sees("999");
            editor.presses("Save draft");
            editor.seesHeading("not available right now");
            editor.sees("What you entered is still on this page");
            awaitAway(stopped);
            platform().start("postgres");

            await("everything answers again")
                    .atMost(BACK)
                    .until(() -> resident.opens("/alerts?area=hertfordshire/north-herts") == 200);
            whoeverSignsInNowIsNotToldOfAWrongPassword();
            editor.presses("Send again");
            editor.sees("There is a problem");
            assertThat(editor.find("input[name=headline]").inputValue())
                    .as("what was typed before the database went away")
                    .isEqualTo("Half written " + mark);
            await("a mail to everybody in the town")
                    .atMost(BACK)
                    .pollInterval(LOOK)
                    .until(() -> recipients(headline).equals(town));
            assertThat(mails(headline))
                    .as("nobody twice but for what was in hand when the database went away")
                    .hasSizeLessThanOrEqualTo(town.size() + IN_HAND);
        }
    }

    /** Keycloak's connections were cut as well; each of some officers may get another one of them. */
    private void whoeverSignsInNowIsNotToldOfAWrongPassword() {
        for (String username : List.of("olive.officer", "oscar.officer", "sam.sergeant", "rhys.reviewer")) {
            try (Visitor officer = visitor(Scripts.OFF)) {
                Story.signIn(officer, username, "/staff");
            }
        }
    }

    /** So many who follow the town, brought in from elsewhere; who came before them stays. */
    private Set<String> townspeople(int number) {
        List<String> addresses = IntStream.range(0, number)
                .mapToObj(i -> "town-" + i + "@resident.example")
                .toList();
        platform().importsFollowers(addresses, TOWN);
        return Set.copyOf(addresses);
    }

    /** The three who follow the village, signed up by themselves. */
    private List<String> villagers() {
        List<String> addresses = Stream.of("ann", "ben", "cat")
                .map(name -> name + "@village.example")
                .toList();
        addresses.stream()
                .filter(address -> platform().mailsTo(address).isEmpty())
                .forEach(address -> Story.follows(platform(), address, VILLAGE));
        return addresses;
    }

    private List<Mail> mails(String subject) {
        return platform().mails().stream()
                .filter(mail -> mail.subject().equals(subject))
                .toList();
    }

    private Set<String> recipients(String subject) {
        return mails(subject).stream().map(Mail::to).collect(Collectors.toSet());
    }

    private static void awaitAway(long since) {
        await("the time to pass").atMost(AWAY.multipliedBy(2)).until(() -> System.nanoTime() - since > AWAY.toNanos());
    }
}
