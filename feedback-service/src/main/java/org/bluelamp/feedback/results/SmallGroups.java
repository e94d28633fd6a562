package org.bluelamp.feedback.results;

/** From what number of people on a group is shown: fewer could be known to each other. */
public final class SmallGroups {

    /** The fewest people of whom anything is said. */
    public static final int FEWEST = 5;

    private SmallGroups() {}

    /** Whether so many people are a group that can be shown. */
    public static boolean shown(int people) {
        return people >= FEWEST;
    }
}
