package org.bluelamp.news.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingEaseTest {

    @ParameterizedTest
    @CsvSource({
        "bike, 1",
        "police, 2",
        "library, 3",
        "officer, 3",
        "marked, 1",
        "wanted, 2",
        "houses, 2",
        "theft, 1",
        "the, 1",
        "people, 2",
        "community, 4",
        "neighbourhood, 3",
        "burglary, 3",
        "times, 1",
        "101, 1"
    })
    void syllables_are_counted_as_they_are_spoken(String word, int syllables) {
        assertThat(ReadingEase.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void a_plain_text_scores_well_and_an_official_one_badly() {
        ReadingEase plain = ReadingEase.of(
                "Bring your bike to the library. We mark it for free. You do not need to book. Come between ten and two."
                        + " If it rains, we are inside. Ask for Tom at the desk. He will help you.");
        ReadingEase official = ReadingEase.of(
                "In accordance with the organisational responsibilities of the constabulary, representatives of the"
                        + " neighbourhood policing directorate will facilitate the registration of individually owned"
                        + " bicycles at an accessible municipal facility, notwithstanding unfavourable meteorological"
                        + " conditions, following prior communication.");

        assertThat(plain.score()).isGreaterThan(90);
        assertThat(plain.meaning()).isEqualTo("easy to read");
        assertThat(plain.longSentences()).isZero();
        assertThat(official.score()).isLessThan(20);
        assertThat(official.meaning()).isEqualTo("very hard to read");
        assertThat(official.longSentences()).isEqualTo(1);
    }

    @Test
    void lines_are_sentences_and_an_empty_text_has_nothing_to_tell() {
        assertThat(ReadingEase.of("Lock the shed\nMark your tools\nLeave a light on"))
                .satisfies(ease -> {
                    assertThat(ease.words()).isEqualTo(10);
                    assertThat(ease.tells()).isFalse();
                });
        assertThat(ReadingEase.of("").words()).isZero();
        assertThat(ReadingEase.of("word ".repeat(410)).time()).isEqualTo("about 2 minutes");
    }
}
