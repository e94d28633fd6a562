package org.bluelamp.feedback.team;

import java.util.List;
import java.util.function.Predicate;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * {@code directory.team.changed}, as far as this service needs it.
 *
 * @param area the code of the neighbourhood
 * @param name the team's name
 * @param label what the force calls such a team
 * @param members who is in it
 */
record TeamChanged(String area, String name, String label, List<Member> members) {

    /**
     * A member of the team.
     *
     * @param name the person's name
     * @param rank the person's rank
     * @param lead whether the person leads the team
     * @param namedContact whether residents are told to turn to this person
     */
    record Member(String name, String rank, boolean lead, boolean namedContact) {}

    /** @throws IllegalArgumentException when the area is not a code */
    Team team() {
        return new Team(new AreaCode(area), name, label, first(Member::lead), first(Member::namedContact));
    }

    private Team.@Nullable Person first(Predicate<Member> which) {
        for (Member member : members) {
            if (which.test(member)) {
                return new Team.Person(member.rank(), member.name());
            }
        }
        return null;
    }
}
