package org.bluelamp.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffSectionTest {

    @Test
    void a_member_of_staff_is_shown_what_their_roles_open_and_nothing_else() {
        assertThat(shownTo(new Member("Erin", Set.of("editor"))))
                .containsExactly(StaffSection.HOME, StaffSection.NEWS, StaffSection.ALERTS);
        assertThat(shownTo(new Member("Otto", Set.of("operator"))))
                .containsExactly(StaffSection.HOME, StaffSection.OPERATIONS);
        assertThat(shownTo(new Member("Olive", Set.of("officer", "operator"))))
                .containsExactly(
                        StaffSection.HOME,
                        StaffSection.DIRECTORY,
                        StaffSection.ALERTS,
                        StaffSection.FEEDBACK,
                        StaffSection.OPERATIONS);
    }

    @Test
    void somebody_who_is_not_known_is_shown_the_home_page_alone() {
        assertThat(shownTo(null)).containsExactly(StaffSection.HOME);
    }

    private static List<StaffSection> shownTo(@Nullable Staff staff) {
        return Arrays.stream(StaffSection.values())
                .filter(section -> section.serves(staff))
                .toList();
    }

    private record Member(String name, Set<String> roleNames) implements Staff {}
}
