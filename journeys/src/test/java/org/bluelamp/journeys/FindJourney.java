package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which a resident looks for their team, and every way in which that ends elsewhere. */
class FindJourney extends Journey {

    private static final String BOX = "Postcode, street, or town or village";

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_postcode_leads_straight_to_the_team_however_it_is_typed(Scripts scripts) {
        try (Visitor resident = visitor(scripts, PHONE)) {
            resident.opens("/");
            resident.types(BOX, " sg1  1ab");
            resident.presses("Find your team");
            assertThat(resident.path()).isEqualTo(Story.NEIGHBOURHOOD);
            resident.seesHeading("Stevenage North");
            resident.findsThePageAccessible();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SG12 9ZX    | We do not know the postcode SG12 9ZX",
                "CB2         | CB2 is outside our area",
                "High Street | Which High Street?",
                "Stevnage    | Did you mean",
                "Xyzzyvale   | We did not find that place",
            })
    void what_is_not_found_has_a_page_that_helps_on_and_keeps_what_was_typed(String typed, String heading) {
        try (Visitor resident = visitor(Scripts.ON, PHONE)) {
            resident.opens("/find");
            resident.types(BOX, typed);
            resident.presses("Find your team");
            resident.seesHeading(heading);
            assertThat(resident.find("input[name=q]").first().inputValue()).isEqualTo(typed);
            resident.findsThePageAccessible();
        }
    }

    @Test
    void the_map_is_walked_with_the_keyboard() {
        try (Visitor resident = visitor(Scripts.OFF)) {
            resident.opens("/your-area/stevenage");
            Locator area = resident.find(".bl-map a").first();
            area.focus();
            resident.hits("Enter");
            resident.find("#team").waitFor();
            assertThat(resident.path()).startsWith("/your-area/stevenage/");
        }
    }
}
