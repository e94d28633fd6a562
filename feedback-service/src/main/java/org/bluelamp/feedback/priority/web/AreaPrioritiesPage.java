package org.bluelamp.feedback.priority.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.Ended;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.Replaced;
import org.bluelamp.feedback.support.Backing;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.feedback.support.Said;

/**
 * What a neighbourhood's team works on and has worked on, for residents.
 *
 * @param area the neighbourhood
 * @param team the team, to stand at the beginning of a sentence
 * @param current what it works on, the oldest first
 * @param ended what it has worked on, what ended last first
 * @param backing how many support each of them
 * @param ledTo concerns that led to them and that everybody may read, by their ids
 * @param today the day
 */
public record AreaPrioritiesPage(
        Area area,
        String team,
        List<Current> current,
        List<Ended> ended,
        Map<UUID, Backing> backing,
        Map<UUID, List<Said>> ledTo,
        LocalDate today) {

    /** Of the concerns that led to it those that everybody may read, what most people support first. */
    public List<Said> said(Priority priority) {
        return ledTo.getOrDefault(priority.id().value(), List.of());
    }

    /** How many say that it is theirs too, in words; empty for what has ended and nobody has supported. */
    public String support(Priority priority) {
        Backing support = backing.getOrDefault(priority.id().value(), new Backing(0, 0));
        return support.none() && priority instanceof Ended ? "" : support.words() + ".";
    }

    /** Where what neighbours have said stands. */
    public String list() {
        return "/have-your-say/" + area.path() + "/said";
    }

    /** Where somebody says that a priority is theirs too. */
    public String mine(Current priority) {
        return list() + "/" + new Cause.OfPriority(priority.id().value()).code();
    }

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
