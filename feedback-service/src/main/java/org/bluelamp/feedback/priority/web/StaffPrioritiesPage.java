package org.bluelamp.feedback.priority.web;

import java.time.LocalDate;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.priority.Current;

/**
 * The priorities of a person's neighbourhoods.
 *
 * @param teams the neighbourhoods, by name
 * @param today the day
 * @param reader whether the person reads concerns and messages too
 */
public record StaffPrioritiesPage(List<OfTeam> teams, LocalDate today, boolean reader) {

    /**
     * One neighbourhood.
     *
     * @param area the neighbourhood
     * @param current what its team works on, the oldest first
     * @param mayAdd whether the person may set one more
     */
    public record OfTeam(Area area, List<Current> current, boolean mayAdd) {}
}
