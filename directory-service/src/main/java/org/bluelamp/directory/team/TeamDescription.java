package org.bluelamp.directory.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells us about a team: the demo data, an importer. {@link Team#described()} gives what is held in this
 * form, for a teller who knows only a part.
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
     * A member as told. Photos are not told: a person who stays keeps theirs.
     *
     * @param id null when the teller does not know our ids; then the person of the same name keeps theirs
     * @param cover its {@code by} is the id of another person told here; of anybody else it is left out
     * @param bio plain text; null when there is none
     * @param contact the person's own addresses by the keys of police-uk's {@code contact_details}
     */
    public record Person(
            @Nullable UUID id,
            String name,
            Rank rank,
            String rankAsGiven,
            boolean lead,
            boolean namedContact,
            @Nullable Cover cover,
            @Nullable String bio,
            Map<String, String> contact) {

        /** A person of whom no more is told. */
        public Person(
                @Nullable UUID id,
                String name,
                Rank rank,
                String rankAsGiven,
                boolean lead,
                boolean namedContact,
                @Nullable Cover cover) {
            this(id, name, rank, rankAsGiven, lead, namedContact, cover, null, Map.of());
        }
    }
}
