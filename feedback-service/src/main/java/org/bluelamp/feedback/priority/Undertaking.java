package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import java.util.List;
import org.bluelamp.service.area.AreaCode;

/**
 * What a priority keeps through all its states.
 *
 * @param id the same for ever
 * @param area the neighbourhood whose team has undertaken it
 * @param aim what it is about
 * @param setOn the day it was set
 * @param plan what is to be done and by whom, in the order in which it was planned
 * @param evidence how many residents' concerns led to it
 */
public record Undertaking(
        PriorityId id, AreaCode area, Aim aim, LocalDate setOn, List<PlannedAction> plan, int evidence) {

    /** How many actions a priority has at most. */
    public static final int MOST_PLANNED = 20;

    /** @throws IllegalArgumentException when the evidence is negative, or too much is planned */
    public Undertaking {
        plan = List.copyOf(plan);
        if (plan.size() > MOST_PLANNED) {
            throw new IllegalArgumentException("A priority has at most " + MOST_PLANNED + " planned actions");
        }
        if (evidence < 0) {
            throw new IllegalArgumentException("Evidence is counted from nought");
        }
    }

    Undertaking with(Aim newAim) {
        return new Undertaking(id, area, newAim, setOn, plan, evidence);
    }

    Undertaking with(int concerns) {
        return new Undertaking(id, area, aim, setOn, plan, concerns);
    }

    Undertaking with(List<PlannedAction> newPlan) {
        return new Undertaking(id, area, aim, setOn, newPlan, evidence);
    }
}
