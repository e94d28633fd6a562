package org.bluelamp.directory.team;

import java.util.List;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells us about a team: the demo data, a form, an importer.
 *
 * @param source id of where it comes from
 */
public record TeamDescription(
        AreaCode area,
        @Nullable String email,
        @Nullable String telephone,
        List<Person> members,
        List<Vacancy> vacancies,
        String source) {

    /**
     * A member as told.
     *
     * @param id null when the teller does not know our ids; then the person of the same name keeps theirs
     */
    public record Person(
            @Nullable UUID id,
            String name,
            Rank rank,
            String rankAsGiven,
            boolean lead,
            boolean namedContact,
            @Nullable String cover) {}
}
