package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The way to a team over the maps, and the pages that lead on where a postcode or a street alone does not. */
class MapJourney extends Journey {

    private static final String BOX = "Postcode, street, or town or village";

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void the_countys_map_leads_to_the_districts_and_that_to_the_team(Scripts scripts) {
        try (Visitor resident = visitor(scripts, PHONE)) {
            resident.opens("/");
            resident.follows("Choose on a map");
            assertThat(resident.path()).isEqualTo("/your-area#map");
            resident.findsThePageAccessible();
            resident.find(".bl-map a[href='/your-area/stevenage'] .bl-map__number")
                    .click();
            resident.seesHeading("Choose your neighbourhood");
            assertThat(resident.path()).isEqualTo("/your-area/stevenage");
            resident.findsThePageAccessible();
            resident.find(".bl-map a[href='" + Story.NEIGHBOURHOOD + "'] .bl-map__number")
                    .click();
            resident.seesHeading("Stevenage North");
            assertThat(resident.path()).isEqualTo(Story.NEIGHBOURHOOD);
        }
    }

    @Test
    void the_countys_map_is_walked_with_the_keyboard_in_the_order_of_its_list() {
        try (Visitor resident = visitor(Scripts.OFF)) {
            resident.opens("/your-area");
            resident.find(".bl-map a").first().focus();
            resident.hits("Tab", "Enter");
            resident.seesHeading("Choose your neighbourhood");
            assertThat(resident.path()).isEqualTo("/your-area/dacorum");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZZ1 1AA         | ZZ1 1AA is not a postcode                       | Watford",
                "SG99 9ZZ        | We know of no postcode that begins with SG99    | Watford",
                "SG1 4BY         | SG1 4BY ended in May 2019                       | Stevenage North",
                "BR1 2AB         | BR1 2AB is outside our area                     | Watford",
                "SG1 4BD         | SG1 4BD lies close to a border                  | Stevenage South",
                "SG1             | More than one team works in SG1                 | Stevenage South",
                "Hemel Hempstead | More than one team works in Hemel Hempstead     | Hemel Hempstead East",
                "5 Crib Street   | Is it Crib Street, Ware?                        | Crib Street, Ware",
            })
    void what_does_not_tell_a_team_leads_to_one_by_one_press_more(String typed, String heading, String next) {
        for (Scripts scripts : Scripts.values()) {
            try (Visitor resident = visitor(scripts, PHONE)) {
                resident.opens("/find");
                resident.types(BOX, typed);
                resident.presses("Find your team");
                resident.seesHeading(heading);
                assertThat(resident.find("input[name=q]").first().inputValue()).isEqualTo(typed);
                resident.findsThePageAccessible();
                resident.follows(next);
                assertThat(resident.path()).startsWith("/your-area/");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_address_that_leads_nowhere_has_the_box_too(Scripts scripts) {
        try (Visitor resident = visitor(scripts, PHONE)) {
            assertThat(resident.opens("/no-such-page")).isEqualTo(404);
            resident.types(BOX, "SG1 1AB");
            resident.presses("Find your team");
            assertThat(resident.path()).isEqualTo(Story.NEIGHBOURHOOD);
        }
    }
}
