package org.bluelamp.directory.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverTest {

    private static final LocalDate MAY_3 = LocalDate.of(2027, 5, 3);

    private final Member amy = ATeam.pc("Amy Stone");
    private final Member ben = ATeam.pc("Ben Hall");
    private final Team team = ATeam.of(amy, ben);

    @Test
    void it_is_told_in_words() {
        assertThat(team.inWords(new Cover(amy.id(), null, MAY_3))).isEqualTo("PC Amy Stone covers until 3 May");
        assertThat(team.inWords(new Cover(amy.id(), "On a course", MAY_3)))
                .isEqualTo("PC Amy Stone covers until 3 May. On a course");
        assertThat(team.inWords(new Cover(amy.id(), null, null))).isEqualTo("PC Amy Stone covers");
        assertThat(team.inWords(new Cover(null, "On a course.", MAY_3))).isEqualTo("On a course, until 3 May");
        assertThat(team.inWords(Cover.note("In court on Mondays."))).isEqualTo("In court on Mondays.");
        assertThat(team.inWords(null)).isNull();
    }

    @Test
    void it_lasts_through_its_last_day() {
        Cover cover = new Cover(amy.id(), null, MAY_3);
        assertThat(cover.endedBefore(MAY_3)).isFalse();
        assertThat(cover.endedBefore(MAY_3.plusDays(1))).isTrue();
        Team covered = team.with(ben.cover(cover)).vacancies(List.of(new Vacancy(Rank.PCSO, cover)));
        assertThat(covered.withoutEndedCover(MAY_3)).isEqualTo(covered);
        assertThat(covered.withoutEndedCover(MAY_3.plusDays(1)))
                .isEqualTo(team.vacancies(List.of(new Vacancy(Rank.PCSO, null))));
    }

    @Test
    void nobody_stands_in_who_is_not_of_the_team_or_is_the_person_themselves() {
        Member stranger = ATeam.pc("Stranger");
        assertThatThrownBy(() -> team.with(ben.cover(new Cover(stranger.id(), null, null))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> team.vacancies(List.of(new Vacancy(Rank.PC, new Cover(stranger.id(), null, null)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ben.cover(new Cover(ben.id(), null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_says_something() {
        assertThatThrownBy(() -> new Cover(null, " ", MAY_3)).isInstanceOf(IllegalArgumentException.class);
    }
}
