package org.bluelamp.alerts.reach.web;

import java.util.Optional;

/** How well an area is reached, in steps that a map can show: the darker, the more. */
public enum Band {
    /** The households are not known, or the people so few that it is not told. */
    UNKNOWN("Not known, or too few to tell", "#ffffff"),
    /** Fewer than ten people for each hundred households. */
    LITTLE("Under 10", "#e3ecf8"),
    /** Ten to nineteen. */
    SOME("10 to 19", "#b9d3f1"),
    /** Twenty to thirty-four: about one in three is what the force has overall. */
    GOOD("20 to 34", "#83afe3"),
    /** Thirty-five to forty-nine. */
    MUCH("35 to 49", "#4a80c4"),
    /** Fifty and more. */
    MOST("50 or more", "#1d4f91");

    private final String label;
    private final String fill;

    Band(String label, String fill) {
        this.label = label;
        this.fill = fill;
    }

    static Band of(Optional<Integer> share) {
        return share.map(percent ->
                        percent < 10 ? LITTLE : percent < 20 ? SOME : percent < 35 ? GOOD : percent < 50 ? MUCH : MOST)
                .orElse(UNKNOWN);
    }

    /** What the key of the map says: people for each hundred households. */
    public String label() {
        return label;
    }

    /** The colour. */
    public String fill() {
        return fill;
    }
}
