package org.bluelamp.news.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are separated by {@code |} here. */
class ThreeWayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a|b|c ; a|b|c ; a|b|c ; a|b|c",
                "a|b|c ; A|b|c ; a|b|c ; A|b|c",
                "a|b|c ; a|b|c ; a|b|C ; a|b|C",
                "a|b|c|d|e ; A|b|c|d|e ; a|b|c|d|E ; A|b|c|d|E",
                "a|b|c|d|e ; a|c|d|e ; a|b|c|d|e|f ; a|c|d|e|f",
                "a|b|c|d|e ; a|b|X|c|d|e ; a|b|c|d ; a|b|X|c|d",
                "a|b|c ; A|b|c ; A|b|c ; A|b|c",
                "a|b|c ; x ; a|b|c ; x"
            })
    void what_only_one_changed_is_taken_over(String base, String mine, String theirs, String merged) {
        ThreeWay both = ThreeWay.merge(lines(base), lines(mine), lines(theirs));

        assertThat(both.text()).isEqualTo(lines(merged));
        assertThat(both.collisions()).isZero();
        assertThat(ThreeWay.merge(lines(base), lines(theirs), lines(mine)).text())
                .isEqualTo(lines(merged));
    }

    @Test
    void where_both_changed_the_same_lines_both_stand_there_and_nothing_is_lost() {
        ThreeWay both = ThreeWay.merge(lines("a|b|c|d"), lines("a|B1|c|d"), lines("a|B2|c|D"));

        assertThat(both.text()).isEqualTo("a\n[This is your text]\nB1\n[This is their text]\nB2\nc\nD");
        assertThat(both.collisions()).isEqualTo(1);
    }

    @Test
    void two_who_add_at_the_same_place_collide_and_one_who_deletes_what_the_other_changed_does_too() {
        assertThat(ThreeWay.merge(lines("a|b"), lines("a|x|b"), lines("a|y|b")).text())
                .isEqualTo("a\n[This is your text]\nx\n[This is their text]\ny\nb");
        assertThat(ThreeWay.merge(lines("a|b|c"), lines("a|c"), lines("a|B|c")).text())
                .isEqualTo("a\n[This is your text]\n[This is their text]\nB\nc");
    }

    private static String lines(String text) {
        return text.strip().replace('|', '\n');
    }
}
