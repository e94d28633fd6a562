package org.bluelamp.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.web.page.StaffSection;
import org.junit.jupiter.api.Test;

class StaffSectionRolesTest {

    @Test
    void sections_are_opened_by_roles_that_there_are() {
        Set<String> known = new StaffMember("1", "Olive", EnumSet.allOf(Role.class), Set.of()).roleNames();

        assertThat(Arrays.stream(StaffSection.values())
                        .flatMap(section -> section.roles().stream())
                        .collect(Collectors.toSet()))
                .isNotEmpty()
                .isSubsetOf(known);
    }
}
