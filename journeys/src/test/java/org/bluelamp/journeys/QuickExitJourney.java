package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who must not be seen here is elsewhere with one press, and Back does not show what they read. */
class QuickExitJourney extends Journey {

    @ParameterizedTest
    @ValueSource(strings = {"/", Story.NEIGHBOURHOOD, "/alerts/sign-up", "/have-your-say/watford/town-centre", "/news"})
    void escape_leaves_every_kind_of_page(String path) {
        try (Visitor reader = visitor(Scripts.ON)) {
            reader.reachesOtherSites();
            reader.opens("/accessibility");
            reader.opens(path);
            reader.hits("Escape");
            reader.isElsewhere();

            reader.goesBack();
            assertThat(reader.path()).as("the page before the one they left").isEqualTo("/accessibility");
        }
    }

    @Test
    void shift_three_times_leaves_and_twice_says_so() {
        try (Visitor reader = visitor(Scripts.ON)) {
            reader.reachesOtherSites();
            reader.opens(Story.NEIGHBOURHOOD);
            reader.hits("Shift", "Shift");
            assertThat(reader.has("press 1 more time to leave this site")).isTrue();
            assertThat(reader.path()).isEqualTo(Story.NEIGHBOURHOOD);
            reader.hits("Shift");
            reader.isElsewhere();
        }
    }

    @Test
    void capital_letters_in_a_form_do_not_leave() {
        try (Visitor writer = visitor(Scripts.ON)) {
            writer.reachesOtherSites();
            writer.opens("/have-your-say/watford/town-centre");
            writer.find("textarea").first().focus();
            writer.hits("Shift+A", "Shift+B", "Shift+C", "Shift+D");
            assertThat(writer.find("textarea").first().inputValue()).isEqualTo("ABCD");
            assertThat(writer.path()).isEqualTo("/have-your-say/watford/town-centre");
        }
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void the_link_leaves_with_scripts_and_without(Scripts scripts) {
        try (Visitor reader = visitor(scripts)) {
            reader.reachesOtherSites();
            reader.opens(Story.NEIGHBOURHOOD);
            reader.find("a.bl-leave").click();
            reader.isElsewhere();
        }
    }
}
