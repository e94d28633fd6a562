package org.bluelamp.directory.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TeamUndoTest {

    private final Member sam = ATeam.sergeant("Sam Reed");
    private final Member amy = ATeam.pc("Amy Stone");
    private final Member ben = ATeam.pc("Ben Hall");
    private final Team before = ATeam.of(sam, amy, ben);

    @Test
    void what_a_change_touched_is_as_it_was() {
        Team after = before.with(amy.cover(Cover.note("On a course"))).contact("new@example.org", null);
        assertThat(TeamUndo.of(before, after, after)).hasValue(before);
    }

    @Test
    void what_colleagues_did_to_other_parts_since_stays() {
        Team after = before.with(amy.cover(Cover.note("On a course")));
        Team now = after.with(ben.cover(Cover.note("In court"))).contact("new@example.org", "101");
        assertThat(TeamUndo.of(before, after, now))
                .hasValue(before.with(ben.cover(Cover.note("In court"))).contact("new@example.org", "101"));
    }

    @Test
    void a_part_that_was_changed_again_is_left_alone() {
        Team after = before.with(amy.cover(Cover.note("On a course")));
        Team now = before.with(amy.cover(Cover.note("On leave")));
        assertThat(TeamUndo.of(before, after, now)).isEmpty();
        assertThat(TeamUndo.of(before, before.contact("a@example.org", null), before.contact("b@example.org", null)))
                .isEmpty();
        assertThat(TeamUndo.of(
                        before,
                        before.vacancies(List.of(new Vacancy(Rank.PC, null))),
                        before.vacancies(List.of(new Vacancy(Rank.PCSO, null)))))
                .isEmpty();
    }

    @Test
    void who_left_is_back_in_their_place_and_who_joined_is_gone() {
        Team left = ATeam.without(before, amy);
        assertThat(TeamUndo.of(before, left, left)).hasValue(before);
        assertThat(TeamUndo.of(left, before, before)).hasValue(left);
    }

    @Test
    void a_team_that_could_not_be_is_refused() {
        Team after = before.with(sam.duties(false, false));
        Member lee = ATeam.sergeant("Lee Wong");
        assertThatThrownBy(() -> TeamUndo.of(before, after, after.with(lee)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two leaders");
    }
}
