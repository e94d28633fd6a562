package org.bluelamp.directory.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bluelamp.directory.area.Area;
import org.bluelamp.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Data of the event {@code directory.team.changed}. */
record TeamChanged(String area, String name, String label, TeamContact contact, List<Person> members) {

    static final String TYPE = "directory.team.changed";

    /** What the contract allows the words of a cover. */
    private static final int LONGEST = 300;

    record TeamContact(@Nullable String email, @Nullable String telephone) {}

    record Person(
            UUID id,
            String name,
            String rank,
            boolean lead,
            boolean namedContact,
            @Nullable String cover,
            @Nullable UUID coverBy,
            @Nullable LocalDate coverUntil) {

        static Person of(Member member, Team team) {
            Cover cover = member.cover();
            return new Person(
                    member.id(),
                    member.name(),
                    member.rank().key(),
                    member.lead(),
                    member.namedContact(),
                    shortened(team.inWords(cover)),
                    cover == null ? null : cover.by(),
                    cover == null ? null : cover.until());
        }
    }

    static OutgoingEvent of(Team team, Area area) {
        return new OutgoingEvent(
                TYPE,
                team.area().value(),
                team.version(),
                new TeamChanged(
                        team.area().value(),
                        area.name(),
                        area.label(),
                        new TeamContact(team.email(), team.telephone()),
                        team.members().stream().map(m -> Person.of(m, team)).toList()));
    }

    private static @Nullable String shortened(@Nullable String words) {
        return words == null || words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
