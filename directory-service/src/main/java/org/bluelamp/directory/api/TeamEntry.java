package org.bluelamp.directory.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bluelamp.directory.team.Team;
import org.jspecify.annotations.Nullable;

/** A team as programs see it. */
record TeamEntry(
        String area,
        @Nullable String email,
        @Nullable String telephone,
        List<Person> members,
        List<Post> vacancies,
        long version,
        Instant changedAt,
        List<String> notices) {

    record Person(
            UUID id,
            String name,
            String rank,
            boolean lead,
            boolean namedContact,
            @Nullable String cover) {}

    record Post(String rank, @Nullable String cover) {}

    static TeamEntry of(Team team, List<String> notices) {
        return new TeamEntry(
                team.area().value(),
                team.email(),
                team.telephone(),
                team.members().stream()
                        .map(m -> new Person(
                                m.id(), m.name(), m.rank().key(), m.lead(), m.namedContact(), team.inWords(m.cover())))
                        .toList(),
                team.vacancies().stream()
                        .map(v -> new Post(v.rank().key(), team.inWords(v.cover())))
                        .toList(),
                team.version(),
                team.changedAt(),
                notices);
    }
}
