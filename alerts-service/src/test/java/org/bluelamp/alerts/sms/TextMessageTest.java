package org.bluelamp.alerts.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMessageTest {

    @Test
    void what_fits_stands_whole_in_one_part_or_two() {
        var message = TextMessage.fitting("Police: ", "Gas leak in Bedwell Crescent", ". https://x.example/a");
        assertThat(message.text()).isEqualTo("Police: Gas leak in Bedwell Crescent. https://x.example/a");
        assertThat(message.parts()).isEqualTo(1);
        assertThat(new TextMessage("x".repeat(160)).parts()).isEqualTo(1);
        assertThat(new TextMessage("x".repeat(161)).parts()).isEqualTo(2);
        assertThat(new TextMessage("[".repeat(81)).parts())
                .as("these count twice")
                .isEqualTo(2);
    }

    @Test
    void what_is_too_long_is_cut_in_its_middle_at_a_word_and_the_link_stays_whole() {
        var message = TextMessage.fitting("Police: ", "word ".repeat(100), " https://x.example/a");
        assertThat(message.text())
                .startsWith("Police: word word")
                .endsWith("word... https://x.example/a")
                .hasSizeLessThanOrEqualTo(TextMessage.LONGEST);
        assertThat(message.parts()).isEqualTo(2);
        assertThatThrownBy(() -> new TextMessage("x".repeat(307))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\u201cLeave\u201d \u2013 now\u2026 | \"Leave\" - now...",
                "Caf\u00e9 Ma\u00ee\u0161 | Caf\u00e9 Mais",
                "\u00a35 or \u20ac5 | \u00a35 or \u20ac5",
                "\u706b\u4e8b \ud83d\udd25 | ?? ?"
            })
    void letters_that_would_more_than_halve_a_part_are_written_by_those_most_alike(String typed, String sent) {
        assertThat(TextMessage.fitting("", typed, "").text()).isEqualTo(sent);
    }
}
