package org.bluelamp.feedback.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;

class TeamRightsTest {

    private static final AreaCode STEVENAGE = new AreaCode("hertfordshire/stevenage");
    private static final AreaCode NORTH = new AreaCode("hertfordshire/stevenage/stevenage-north");
    private static final AreaCode WATFORD = new AreaCode("hertfordshire/watford");

    @ParameterizedTest
    @EnumSource(Role.class)
    void officers_and_sergeants_work_with_residents_of_their_areas_and_of_no_others(Role role) {
        StaffMember one = inStevenage(role);
        boolean theirs = role == Role.OFFICER || role == Role.SERGEANT;
        assertThat(TeamRights.mayWork(one, NORTH)).isEqualTo(theirs);
        assertThat(TeamRights.mayWork(one, WATFORD)).isFalse();
        assertThatThrownBy(() -> TeamRights.requireWork(one, WATFORD)).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void sergeants_and_administrators_decide_for_the_teams_of_their_areas_and_for_no_others(Role role) {
        StaffMember one = inStevenage(role);
        boolean theirs = role == Role.SERGEANT || role == Role.ADMINISTRATOR;
        assertThat(TeamRights.mayLead(one, NORTH)).isEqualTo(theirs);
        assertThat(TeamRights.mayLead(one, WATFORD)).isFalse();
        assertThatThrownBy(() -> TeamRights.requireLead(one, WATFORD)).isInstanceOf(AccessDeniedException.class);
    }

    private static StaffMember inStevenage(Role role) {
        return new StaffMember("one", "One", Set.of(role), Set.of(STEVENAGE));
    }
}
