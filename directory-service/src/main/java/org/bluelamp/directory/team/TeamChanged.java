package org.bluelamp.directory.team;

import java.util.List;
import java.util.UUID;
import org.bluelamp.directory.area.Area;
import org.bluelamp.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Data of the event {@code directory.team.changed}. */
record TeamChanged(String area, String name, String label, TeamContact contact, List<Person> members) {

    static final String TYPE = "directory.team.changed";

    record TeamContact(@Nullable String email, @Nullable String telephone) {}

    record Person(
            UUID id,
            String name,
            String rank,
            boolean lead,
            boolean namedContact,
            @Nullable String cover) {}

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
                        team.members().stream()
                                .map(m -> new Person(
                                        m.id(), m.name(), m.rank().key(), m.lead(), m.namedContact(), m.cover()))
                                .toList()));
    }
}
