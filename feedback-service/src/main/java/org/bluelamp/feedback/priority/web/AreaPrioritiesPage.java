package org.bluelamp.feedback.priority.web;

import java.time.LocalDate;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.Ended;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.Replaced;

/**
 * What a neighbourhood's team works on and has worked on, for residents.
 *
 * @param area the neighbourhood
 * @param team the team, to stand at the beginning of a sentence
 * @param current what it works on, the oldest first
 * @param ended what it has worked on, what ended last first
 * @param today the day
 */
public record AreaPrioritiesPage(Area area, String team, List<Current> current, List<Ended> ended, LocalDate today) {

    /** How many residents' concerns led to it, in words; empty when none is linked. */
    public String evidence(Priority priority) {
        int count = priority.undertaking().evidence();
        return switch (count) {
            case 0 -> "";
            case 1 -> "1 resident’s concern led to this.";
            default -> "%,d residents’ concerns led to this.".formatted(count);
        };
    }

    /** Whether it was given up, and not completed. */
    public boolean replaced(Ended priority) {
        return priority instanceof Replaced;
    }
}
