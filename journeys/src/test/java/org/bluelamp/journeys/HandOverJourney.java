package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the council acts on and the police cannot goes to the council, and the resident holds its receipt. */
class HandOverJourney extends Journey {

    private static final String COUNCILS = "/staff/feedback/councils";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void what_is_the_councils_reaches_it_without_who_anybody_is_and_its_receipt_stands_on_the_residents_page() {
        try (Council council = new Council();
                Visitor admin = visitor(Scripts.ON);
                Visitor officer = visitor(Scripts.ON, PHONE);
                Visitor resident = visitor(Scripts.OFF, PHONE)) {
            anAdministratorSaysWhereTheCouncilTakesReports(admin, council);

            String reference = tellsOfRubbish(
                    resident,
                    "Mr Bob Tanner tips sofas here every week, call me on 07700 900123. " + mark,
                    "Behind the garages in Chells Way");
            resident.sees("For the council: Fly-tipping");
            resident.takesPicture("phone-handed-over");
            String own = resident.path().replace("/sent", "");
            awaitOn(resident, own, "Its reference is");
            resident.sees("SBC-000001");
            resident.sees("Closed");
            resident.takesPicture("phone-receipt-of-the-council");
            assertThat(council.reports()).hasSize(1);
            Map<String, String> report = council.reports().getFirst();
            assertThat(report)
                    .containsEntry("service_code", "WASTE-3")
                    .containsEntry("api_key", "key-of-the-council")
                    .containsEntry("address_string", "Behind the garages in Chells Way, Stevenage North");
            assertThat(report.get("description"))
                    .contains("[name] tips sofas here every week, call me on [telephone number]", mark, reference)
                    .doesNotContain("Tanner", "07700");
            assertThat(report.values()).noneMatch(value -> value.contains("rosa@resident.example"));
            assertThat(platform().deeds("feedback", "hertfordshire/stevenage")).contains("Ada Pemberly: council.saved");

            council.refuses();
            String refused = tellsOfRubbish(resident, "Builders leave their rubble on the verge. " + mark, "");
            own = resident.path().replace("/sent", "");
            awaitOn(resident, own, "We could not pass this on to Stevenage Council");
            resident.sees("Waiting for an answer");
            assertThat(resident.find("main a[href='https://council.example.org/report']")
                            .count())
                    .as("links to the council's own page")
                    .isEqualTo(1);
            resident.takesPicture("phone-council-refuses");

            theTeamHasWhatTheCouncilDidNotTake(officer, reference, refused);
            nothingIsSentAnyMore(admin);
        }
    }

    private void anAdministratorSaysWhereTheCouncilTakesReports(Visitor admin, Council council) {
        Story.signIn(admin, "ada.admin", COUNCILS);
        admin.follows("Change the council of Stevenage");
        admin.find("input[name=name]").fill("Stevenage Council");
        admin.find("input[name=reportUrl]").fill("https://council.example.org/report");
        admin.find("input[name=endPoint]").fill(council.endPoint());
        admin.find("input[name=key]").fill("key-of-the-council");
        admin.find("textarea[name=services]").fill("sofas = WASTE-3");
        admin.presses("Save");
        admin.sees("There is a problem");
        admin.findsThePageAccessible();
        admin.takesPicture("council-mistake");
        assertThat(admin.find("input[name=endPoint]").inputValue()).isEqualTo(council.endPoint());
        admin.find("input[name=key]").fill("key-of-the-council");
        admin.find("textarea[name=services]").fill("fly-tipping = WASTE-3");
        admin.presses("Save");
        admin.sees("Stevenage Council: sent to its Open311 end point");
        admin.findsThePageAccessible();
    }

    private static String tellsOfRubbish(Visitor resident, String worry, String place) {
        resident.opens(Story.FORM);
        resident.ticks("Fly-tipping");
        resident.types("What is happening?", worry);
        resident.find("input[name=place]").fill(place);
        resident.find("input[name=mail]").fill("rosa@resident.example");
        resident.find("input[name=effect]").first().check();
        resident.presses("Send to the team");
        if (resident.has("Has a neighbour already told us?")) {
            resident.ticks("None of these, send what I wrote");
            resident.presses("Continue");
        }
        return resident.find(".govuk-panel__body strong").innerText().strip();
    }

    private static void awaitOn(Visitor resident, String path, String words) {
        await(words).atMost(SOON).until(() -> {
            resident.opens(path);
            return resident.has(words);
        });
    }

    private void theTeamHasWhatTheCouncilDidNotTake(Visitor officer, String taken, String refused) {
        Story.signIn(officer, "olive.officer", "/staff/feedback/contacts");
        assertThat(officer.find("main a[href$='" + taken + "']").count())
                .as("what the council has, on the team's list")
                .isZero();
        officer.opens("/staff/feedback/contacts/" + refused);
        officer.sees("Builders leave their rubble");
        officer.findsThePageAccessible();
        officer.takesPicture("phone-back-from-the-council");
        officer.opens("/staff/feedback/contacts/" + taken);
        officer.sees("Closed");
        officer.findsThePageAccessible();
    }

    private static void nothingIsSentAnyMore(Visitor admin) {
        admin.opens(COUNCILS);
        admin.follows("Change the council of Stevenage");
        admin.find("input[name=endPoint]").fill("");
        admin.find("textarea[name=services]").fill("");
        admin.presses("Save");
        admin.sees("Stevenage Council: residents are shown its own page for reports");
    }
}
