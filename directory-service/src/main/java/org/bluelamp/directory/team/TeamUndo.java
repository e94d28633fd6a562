package org.bluelamp.directory.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts back what one change did to a team. A team has parts: how it is reached, its vacant posts, each of its people.
 * Only the parts that the change touched are put back, and only if each of them still is what the change made of it, so
 * what colleagues did to other parts since stays.
 */
final class TeamUndo {

    private TeamUndo() {}

    /**
     * The team as it is to be.
     *
     * @return empty when a part was changed again since
     * @throws IllegalArgumentException when no team can be so any more, for example with two leaders
     */
    static Optional<Team> of(Team before, Team after, Team now) {
        Team undone = now;
        if (!reachedAlike(before, after)) {
            if (!reachedAlike(now, after)) {
                return Optional.empty();
            }
            undone = undone.contact(before.email(), before.telephone());
        }
        if (!before.vacancies().equals(after.vacancies()) && !now.vacancies().equals(after.vacancies())) {
            return Optional.empty();
        }
        List<Member> people = new ArrayList<>(now.members());
        for (UUID id : ids(before, after)) {
            Member was = before.member(id).orElse(null);
            Member became = after.member(id).orElse(null);
            Member is = now.member(id).orElse(null);
            if (!Objects.equals(was, became)) {
                if (!Objects.equals(is, became)) {
                    return Optional.empty();
                }
                put(people, is, was, was == null ? 0 : before.members().indexOf(was));
            }
        }
        return Optional.of(new Team(
                now.area(),
                undone.email(),
                undone.telephone(),
                people,
                before.vacancies().equals(after.vacancies()) ? now.vacancies() : before.vacancies(),
                now.source(),
                now.version(),
                now.changedAt(),
                now.confirmedAt()));
    }

    private static boolean reachedAlike(Team one, Team other) {
        return Objects.equals(one.email(), other.email()) && Objects.equals(one.telephone(), other.telephone());
    }

    private static Set<UUID> ids(Team before, Team after) {
        Set<UUID> ids = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(team -> team.members().stream())
                .map(Member::id)
                .forEach(ids::add);
        return ids;
    }

    private static void put(List<Member> people, @Nullable Member is, @Nullable Member was, int place) {
        if (was == null) {
            people.remove(is);
        } else if (is == null) {
            people.add(Math.min(place, people.size()), was);
        } else {
            people.set(people.indexOf(is), was);
        }
    }
}
