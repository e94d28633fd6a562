package org.bluelamp.directory.team;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;

/** Makes teams for tests. */
final class ATeam {

    static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    private ATeam() {}

    static Team of(Member... members) {
        return new Team(
                new AreaCode("force/district/here"),
                "team@example.org",
                "101",
                List.of(members),
                List.of(),
                "test",
                1,
                NOW,
                NOW);
    }

    static Member sergeant(String name) {
        return person(name, Rank.SERGEANT).duties(true, false);
    }

    static Member pc(String name) {
        return person(name, Rank.PC);
    }

    static Member person(String name, Rank rank) {
        return new Member(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                rank,
                rank.title(),
                false,
                false,
                null,
                null,
                new TreeMap<>(),
                null);
    }

    static Team without(Team team, Member gone) {
        List<Member> others = new ArrayList<>(team.members());
        others.remove(gone);
        return team.members(others);
    }

    static Cover by(Member colleague, LocalDate until) {
        return new Cover(colleague.id(), null, until);
    }
}
