package org.bluelamp.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Saying where: an officer draws on a map by pointer and by keyboard, a resident follows the streets around a postcode. */
class DrawingJourney extends Journey {

    private static final Pattern POINT = Pattern.compile("51\\.\\d{4}, -0\\.\\d{4}");

    @Test
    void an_officer_draws_a_middle_and_corners_by_pointer_and_by_keyboard() {
        try (Visitor officer = visitor(Scripts.ON, DESK)) {
            Story.signIn(officer, "olive.officer", "/staff/alerts/new");
            officer.opens("/staff/alerts/new");
            Locator map = officer.find(".bl-draw__frame");
            Locator middle = officer.find("input[name=centre]");
            officer.find("input[name=where][value=circle]").check();
            map.click();
            assertThat(middle).hasValue(POINT);
            officer.find("input[name=radius]").fill("400");
            assertThat(officer.find(".bl-draw__shape")).hasAttribute("r", Pattern.compile("[1-9].*"));

            officer.find("input[name=where][value=drawn]").check();
            Locator corners = officer.find("textarea[name=corners]");
            map.focus();
            officer.hits(
                    "Enter",
                    "ArrowRight",
                    "ArrowRight",
                    "ArrowRight",
                    "Enter",
                    "ArrowDown",
                    "Shift+ArrowDown",
                    "Enter");
            assertThat(corners.inputValue().lines()).hasSize(3).allMatch(POINT.asMatchPredicate());
            assertThat(officer.find(".bl-draw [role=status]")).containsText("Corner 3 is at 51.");
            officer.hits("Backspace");
            assertThat(corners.inputValue().lines()).hasSize(2);
            officer.findsThePageAccessible();
            officer.takesPicture("drawing");
        }
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_resident_follows_the_streets_around_a_postcode_and_stops(Scripts scripts) {
        String rosa = "rosa-" + UUID.randomUUID() + "@resident.example";
        try (Visitor resident = visitor(scripts, PHONE)) {
            resident.opens("/alerts/sign-up");
            resident.follows("follow a place of your own");
            resident.types("Your email address", rosa);
            resident.types("The middle of your place", "sg1 1ab");
            resident.find("select[name=metres]").selectOption("250");
            resident.findsThePageAccessible();
            resident.presses("Sign up");
            resident.seesHeading("Check your email");
            resident.opens(MailReading.link(
                    platform().awaitMail(rosa, mail -> mail.text().contains("/alerts/confirm/")), "/alerts/confirm/"));
            resident.presses("Yes, send me alerts");
            resident.sees("Alerts about what is within 250 metres of a point you chose");
            resident.findsThePageAccessible();
            resident.presses("Stop alerts about what is within 250 metres of a point you chose");
            resident.sees("You do not follow any areas");
        }
    }
}
