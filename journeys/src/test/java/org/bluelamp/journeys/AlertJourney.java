package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alert to a neighbourhood by one officer, from the empty form to the team's page, updated and called back. */
class AlertJourney extends Journey {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration BY_EVENTS_ALONE = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_street_alert_by_one_officer_reaches_followers_and_the_teams_page_and_is_updated_and_called_back(
            Scripts scripts) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String headline = "Gas leak in Canterbury Way " + mark;
        String rosa = "rosa-" + UUID.randomUUID() + "@resident.example";
        try (Visitor officer = visitor(scripts);
                Visitor resident = visitor(scripts, PHONE)) {
            Story story = new Story(platform(), resident, officer);
            story.residentSignsUp(rosa);
            story.residentConfirmsFromTheMail(rosa);

            String alert = writes(officer, headline);
            officer.findsThePageAccessible();
            officer.follows("See the email");
            officer.sees("What to do: Leave now.");
            officer.findsThePageAccessible();
            officer.opens(alert + "/send");
            officer.findsThePageAccessible();
            officer.presses("Send now");
            officer.sees("The alert is on its way");
            assertThat(platform()
                            .awaitMail(rosa, mail -> mail.subject().equals(headline))
                            .text())
                    .contains("What to do: Leave now.", "because you follow Stevenage North");

            await("the alert on the team's page").atMost(BY_EVENTS_ALONE).until(() -> {
                resident.opens(Story.NEIGHBOURHOOD);
                return resident.has(headline);
            });
            resident.follows(headline);
            resident.sees("Leave now.");
            resident.findsThePageAccessible();
            String page = resident.path();
            await("the alert on the first page, for it is extreme")
                    .atMost(BY_EVENTS_ALONE)
                    .until(() -> {
                        resident.opens("/");
                        return resident.has(headline);
                    });

            String late = "late-" + UUID.randomUUID() + "@resident.example";
            Story.follows(platform(), late, "hertfordshire/stevenage/stevenage-north");
            officer.opens(alert + "/edit");
            officer.findsThePageAccessible();
            officer.find("input[name=headline]").fill(headline + ": mended");
            officer.presses("Continue");
            officer.findsThePageAccessible();
            officer.presses("Send the update");
            officer.sees("The update is on its way");
            platform().awaitMail(rosa, mail -> mail.subject().equals("Update: " + headline + ": mended"));

            officer.opens(alert + "/cancel");
            officer.findsThePageAccessible();
            officer.find("textarea[name=reason]").fill("Everybody is back at home.");
            officer.presses("Call it back now");
            officer.sees("The alert has been called back");
            officer.findsThePageAccessible();
            assertThat(platform()
                            .awaitMail(rosa, mail -> mail.subject().startsWith("We have called back"))
                            .text())
                    .contains("Everybody is back at home.")
                    .doesNotContain("Gas leak");
            assertThat(platform().mailsTo(late))
                    .as("who began to follow after the alert: the mail to confirm, no update and no calling back")
                    .hasSize(1);
            await("the alert off the team's page").atMost(BY_EVENTS_ALONE).until(() -> {
                resident.opens(Story.NEIGHBOURHOOD);
                return !resident.has(headline);
            });
            await("the page without its words").atMost(BY_EVENTS_ALONE).until(() -> {
                resident.opens(page);
                return resident.has("Everybody is back at home.") && !resident.has("Gas leak");
            });
            resident.findsThePageAccessible();
        }
    }

    @Test
    void an_alert_for_the_county_waits_for_an_approver_and_goes_out_once_one_agrees() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String headline = "No trains in the county " + mark;
        List<String> residents = Stream.of(
                        "watford/town-centre",
                        "watford/watford-north",
                        "dacorum/hemel-hempstead-east",
                        "broxbourne/hoddesdon",
                        "hertsmere/radlett",
                        "hertsmere/bushey",
                        "three-rivers/oxhey",
                        "east-herts/ware",
                        "north-herts/royston")
                .map(area -> {
                    String address = "resident-" + UUID.randomUUID() + "@resident.example";
                    Story.follows(platform(), address, "hertfordshire/" + area);
                    return address;
                })
                .toList();
        try (Visitor editor = visitor(Scripts.ON);
                Visitor colleague = visitor(Scripts.ON);
                Visitor approver = visitor(Scripts.ON, PHONE)) {
            Story.signIn(editor, "erin.editor", "/staff/alerts");
            String alert = writes(editor, headline, "hertfordshire");
            assertThat(editor.find("main a:has-text('Send')").count()).isZero();
            editor.opens(alert + "/send");
            assertThat(editor.path()).as("asked to send, led back to the alert").isEqualTo(alert);
            editor.presses("Send for approval");
            editor.findsThePageAccessible();
            assertThat(platform()
                            .awaitMail(
                                    "approvers@bluelamp.example",
                                    mail -> mail.subject().equals("Check and send: " + headline))
                            .text())
                    .contains(alert);

            Story.signIn(colleague, "rhys.reviewer", alert);
            assertThat(colleague.find("main a:has-text('Send')").count())
                    .as("a second editor is not enough for a county")
                    .isZero();

            Story.signIn(approver, "ada.admin", "/staff");
            approver.find("main a[href='/staff/alerts']:has(strong)").click();
            approver.opens(alert);
            approver.findsThePageAccessible();
            approver.opens(alert + "/send");
            approver.findsThePageAccessible();
            approver.presses("Send now");
            approver.sees("The alert is on its way");
            residents.forEach(resident ->
                    platform().awaitMail(resident, mail -> mail.subject().equals(headline)));
        }
    }

    /** Writes an alert, counts whom it reaches, and returns the address of its page in the portal. */
    private static String writes(Visitor officer, String headline) {
        Story.signIn(officer, "olive.officer", "/staff/alerts");
        return writes(officer, headline, "hertfordshire/stevenage/stevenage-north");
    }

    /** The same for an area, by somebody who is signed in. */
    static String writes(Visitor officer, String headline, String area) {
        officer.findsThePageAccessible();
        officer.opens("/staff/alerts/new");
        officer.presses("Save draft");
        officer.sees("There is a problem");
        officer.findsThePageAccessible();
        officer.find("input[name=headline]").fill(headline);
        officer.find("textarea[name=description]").fill("A gas main has been damaged.");
        officer.find("textarea[name=instruction]").fill("Leave now.");
        officer.find("select[name=category]").selectOption("safety");
        officer.find("select[name=severity]").selectOption("extreme");
        officer.find("select[name=urgency]").selectOption("immediate");
        officer.find("select[name=certainty]").selectOption("observed");
        Locator areas = officer.find("input[name=areas][value='" + area + "']");
        Locator folded = officer.find("details:not([open])").filter(new Locator.FilterOptions().setHas(areas));
        if (folded.count() > 0) {
            folded.locator("summary").click();
        }
        areas.check();
        officer.find("select[name=sender]").selectOption(area);
        LocalDate tomorrow = LocalDate.now(LONDON).plusDays(1);
        officer.find("input[name='expires.day']").fill(String.valueOf(tomorrow.getDayOfMonth()));
        officer.find("input[name='expires.month']").fill(String.valueOf(tomorrow.getMonthValue()));
        officer.find("input[name='expires.year']").fill(String.valueOf(tomorrow.getYear()));
        officer.find("input[name=expiresTime]").fill("6pm");
        officer.presses("Count who gets it");
        officer.sees("Who would get it now");
        officer.findsThePageAccessible();
        officer.presses("Save draft");
        officer.sees("Alert saved");
        return officer.path().replaceFirst("\\?.*", "");
    }
}
