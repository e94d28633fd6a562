package org.bluelamp.directory.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bluelamp.directory.team.Leaving.Handover;
import org.junit.jupiter.api.Test;

class LeavingRulesTest {

    private final Member amy = ATeam.pc("Amy Stone").duties(false, true);
    private final Member sam = ATeam.sergeant("Sam Reed").cover(new Cover(amy.id(), "On leave", null));
    private final Member ben = ATeam.pc("Ben Hall").cover(new Cover(amy.id(), null, null));
    private final Team team =
            ATeam.of(sam, amy, ben).vacancies(List.of(new Vacancy(Rank.PCSO, new Cover(amy.id(), null, null))));

    @Test
    void each_thing_goes_to_whom_it_was_given() {
        Team after = Leaving.without(
                amy.id(),
                team,
                new Handover(null, ben.id(), Map.of(sam.id(), ben.id()), Map.of(0, ben.id()), Map.of(), false));
        assertThat(after.members())
                .containsExactly(
                        sam.cover(new Cover(ben.id(), "On leave", null)),
                        ben.duties(false, true).cover(null));
        assertThat(after.vacancies()).containsExactly(new Vacancy(Rank.PCSO, new Cover(ben.id(), null, null)));
    }

    @Test
    void what_goes_to_nobody_points_to_nobody() {
        Team after = Leaving.without(amy.id(), team, new Handover(null, null, Map.of(), Map.of(), Map.of(), true));
        assertThat(after.namedContact()).isEmpty();
        assertThat(after.lead()).hasValue(sam.cover(Cover.note("On leave")));
        assertThat(after.vacancies()).containsExactly(new Vacancy(Rank.PCSO, null), new Vacancy(Rank.PC, null));
    }

    @Test
    void a_sergeant_hands_over_the_lead() {
        Member lee = ATeam.person("Lee Wong", Rank.SERGEANT);
        Team after = Leaving.without(
                sam.id(),
                ATeam.of(sam.cover(null), lee),
                new Handover(lee.id(), null, Map.of(), Map.of(), Map.of(), false));
        assertThat(after.lead()).hasValue(lee.duties(true, false));
    }
}
