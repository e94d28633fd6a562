package org.bluelamp.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A resident on a phone tells what troubles her: she supports a neighbour, or sends a mark on the map and a photo. */
class TellUsJourney extends Journey {

    private static final String FORM = "/have-your-say/stevenage/stevenage-north";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_resident_supports_what_a_neighbour_has_said_instead_of_saying_it_again(Scripts scripts) {
        String worry = "Fireworks are thrown from the roof of the multi-storey every Friday " + UUID.randomUUID();
        try (Visitor neighbour = visitor(scripts, PHONE);
                Visitor officer = visitor(Scripts.ON, DESK);
                Visitor resident = visitor(scripts, PHONE)) {
            sends(neighbour, worry);
            Story.signIn(officer, "olive.officer", "/staff/feedback");
            officer.opens("/staff/feedback/moderation");
            String shown = officer.find("main ol h3 a:has-text('" + worry.substring(0, 60) + "')")
                    .last()
                    .getAttribute("href");
            officer.opens(shown);
            officer.find("input[name=decision][value=show]").check();
            officer.find("textarea[name=text]").fill("Fireworks are thrown from a roof every Friday");
            officer.presses("Save decision");

            fillsIn(resident, "They throw fireworks from that roof again and again, and it frightens the children");
            resident.presses("Send to the team");
            resident.seesHeading("Has a neighbour already told us?");
            resident.findsThePageAccessible();
            resident.takesPicture("phone-similar-" + scripts);
            resident.presses("Continue");
            resident.sees("Select one of these, or send your own");
            resident.findsThePageAccessible();
            resident.presses("Change what I wrote");
            assertThat(resident.find("textarea[name=text]").inputValue()).contains("frightens the children");
            resident.presses("Send to the team");
            String reference = shown.substring(shown.lastIndexOf('/') + 1);
            resident.find("input[name=choice][value='c-" + reference + "']").check();
            resident.presses("Continue");
            resident.sees("Your concern is with the team");

            resident.opens(FORM + "/said/c-" + reference);
            resident.sees("1 person without a code supports it");
            resident.findsThePageAccessible();
            resident.opens(FORM + "/said");
            resident.findsThePageAccessible();
            resident.takesPicture("phone-said-" + scripts);
            officer.opens("/staff/feedback?order=supported");
            officer.findsThePageAccessible();
            officer.opens("/staff/feedback/" + reference);
            officer.sees("1 person without a code supports it");
        }
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_resident_sends_a_mark_on_the_map_and_a_photo_which_her_team_sees(Scripts scripts) throws IOException {
        Path photo = folder.resolve("fence.jpg");
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpg", photo.toFile());
        try (Visitor resident = visitor(scripts, PHONE);
                Visitor officer = visitor(Scripts.ON, DESK)) {
            fillsIn(resident, "Somebody breaks the fence of the allotments and takes the vegetables, always at dawn");
            resident.find("input[type=file]").setInputFiles(photo);
            resident.presses("Mark the place on a map");
            resident.seesHeading("Where is it?");
            resident.findsThePageAccessible();
            resident.presses("Start in the middle");
            Locator mark = resident.find(".bl-pin__mark circle").first();
            double x = Double.parseDouble(mark.getAttribute("cx"));
            double y = Double.parseDouble(mark.getAttribute("cy"));
            resident.find(".bl-pin__map").click(new Locator.ClickOptions().setPosition(x + 4, y - 3));
            assertThat(resident.find(".bl-pin__mark circle").first()).not().hasAttribute("cx", "" + x);
            double moved = Double.parseDouble(
                    resident.find(".bl-pin__mark circle").first().getAttribute("cx"));
            assertThat(moved).as("the place that was clicked").isBetween(x + 2.5, x + 5.5);
            resident.findsThePageAccessible();
            resident.takesPicture("phone-map-" + scripts);
            resident.presses("Use this place");
            resident.sees("You have marked a place on the map.");
            resident.sees("We have saved it with this form");
            resident.findsThePageAccessible();
            resident.takesPicture("phone-form-with-photo-" + scripts);
            resident.presses("Send to the team");
            resident.sees("Your concern is with the team");
            String reference =
                    resident.find(".govuk-panel__body strong").innerText().strip();

            Story.signIn(officer, "olive.officer", "/staff/feedback");
            officer.opens("/staff/feedback/" + reference);
            for (String picture : new String[] {"Photo the resident sent", "Map of the place"}) {
                assertThat(officer.find("img[alt^='" + picture + "']")
                                .evaluate("picture => picture.complete && picture.naturalWidth"))
                        .as(picture)
                        .isIn(800, 288);
            }
            officer.findsThePageAccessible();
            officer.takesPicture("concern-with-photo");
        }
    }

    @Test
    void an_officer_of_elsewhere_sees_neither_posters_nor_photos_of_another_district() {
        try (Visitor officer = visitor(Scripts.ON, DESK)) {
            Story.signIn(officer, "oscar.officer", "/staff/feedback/posters");
            officer.opens("/staff/feedback/posters");
            officer.sees("Poster for");
            assertThat(officer.opens("/staff/feedback/posters/stevenage/stevenage-north"))
                    .isEqualTo(403);
        }
    }

    private static void fillsIn(Visitor resident, String worry) {
        resident.opens(FORM);
        resident.ticks("Anti-social behaviour");
        resident.types("What is happening?", worry);
        resident.find("input[name=effect]").first().check();
    }

    private static void sends(Visitor resident, String worry) {
        fillsIn(resident, worry);
        resident.presses("Send to the team");
        if (resident.has("Has a neighbour already told us?")) {
            resident.ticks("None of these, send what I wrote");
            resident.presses("Continue");
        }
        resident.sees("Your concern is with the team");
    }
}
