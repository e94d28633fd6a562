package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import org.bluelamp.service.area.AreaCode;

/**
 * What a priority keeps through all its states.
 *
 * @param id the same for ever
 * @param area the neighbourhood whose team has undertaken it
 * @param aim what it is about
 * @param setOn the day it was set
 * @param evidence how many residents' concerns led to it
 */
public record Undertaking(PriorityId id, AreaCode area, Aim aim, LocalDate setOn, int evidence) {

    /** @throws IllegalArgumentException when the evidence is negative */
    public Undertaking {
        if (evidence < 0) {
            throw new IllegalArgumentException("Evidence is counted from nought");
        }
    }

    Undertaking with(Aim newAim) {
        return new Undertaking(id, area, newAim, setOn, evidence);
    }

    Undertaking with(int concerns) {
        return new Undertaking(id, area, aim, setOn, concerns);
    }
}
