package org.bluelamp.feedback.results;

import java.util.List;

/**
 * Who was heard, in one respect, as everybody may know it.
 *
 * @param groups those of at least {@link SmallGroups#FEWEST} people, in their order
 * @param others how many are in smaller groups or did not say, together
 */
public record Heard(List<Group> groups, int others) {

    public Heard {
        groups = List.copyOf(groups);
    }

    /**
     * A group of people.
     *
     * @param name what it is called
     * @param people how many were heard
     */
    public record Group(String name, int people) {}
}
