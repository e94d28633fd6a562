package org.bluelamp.feedback.priority.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.priority.Current;

/**
 * The priorities of a person's neighbourhoods.
 *
 * @param teams the neighbourhoods, by name
 * @param today the day
 */
public record StaffPrioritiesPage(List<OfTeam> teams, LocalDate today) {

    /** What the person has to see reviewed, what is due first on top: before anybody reads that nobody looked at it. */
    public List<Current> due() {
        return teams.stream()
                .filter(OfTeam::mayLead)
                .flatMap(team -> team.current().stream())
                .filter(priority -> priority.reviewDueOn(today))
                .sorted(Comparator.comparing(Current::staleOn))
                .toList();
    }

    /** The name of a priority's neighbourhood. */
    public String name(Current priority) {
        return teams.stream()
                .filter(team -> team.area().code().equals(priority.area()))
                .map(team -> team.area().name())
                .findFirst()
                .orElse("");
    }

    /**
     * One neighbourhood.
     *
     * @param area the neighbourhood
     * @param current what its team works on, the oldest first
     * @param mayLead whether the person sets and reviews its priorities
     * @param mayAdd whether the person may set one more
     */
    public record OfTeam(Area area, List<Current> current, boolean mayLead, boolean mayAdd) {}
}
