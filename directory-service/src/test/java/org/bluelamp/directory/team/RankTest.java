package org.bluelamp.directory.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankTest {

    @ParameterizedTest
    @CsvSource({
        "PC, PC",
        "Police Constable, PC",
        "PC 1234, PC",
        "Sgt, SERGEANT",
        "PS, SERGEANT",
        "Sergeant, SERGEANT",
        "PCSO, PCSO",
        "PCSO (rural), PCSO",
        "Police Community Support Officer, PCSO",
        "Special Constable, SPECIAL_CONSTABLE",
        "Insp., INSPECTOR",
        "Chief Inspector, CHIEF_INSPECTOR",
        "Ch/Insp, CHIEF_INSPECTOR",
        "Volunteer, OTHER",
        "'', OTHER",
    })
    void the_words_of_police_data_are_read_as_one_of_the_ranks(String words, Rank rank) {
        assertThat(Rank.ofWords(words)).isEqualTo(rank);
    }
}
