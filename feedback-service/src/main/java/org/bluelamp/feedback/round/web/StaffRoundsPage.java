package org.bluelamp.feedback.round.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Rounds;

/**
 * The rounds of a person's neighbourhoods.
 *
 * @param teams the neighbourhoods, by name
 */
public record StaffRoundsPage(List<OfTeam> teams) {

    /**
     * One neighbourhood.
     *
     * @param area the neighbourhood
     * @param rounds its rounds, the latest first
     * @param mayPlan whether the person may plan one
     */
    public record OfTeam(Area area, List<Rounds.Line> rounds, boolean mayPlan) {}
}
