package org.bluelamp.feedback.round;

import java.time.Instant;
import org.bluelamp.feedback.survey.Survey;

/** A round that has not begun. All about it can be changed but its neighbourhood. */
public record Planned(Plan plan, long version) implements Round {

    /** A new round. */
    public static Planned of(Plan plan) {
        return new Planned(plan, 1);
    }

    /** The same round, planned otherwise. */
    public Planned revise(Plan other) {
        if (!other.id().equals(plan.id()) || !other.area().equals(plan.area())) {
            throw new IllegalArgumentException("A round stays where it is");
        }
        return new Planned(other, version + 1);
    }

    /** The same round with other questions. */
    public Planned ask(Survey survey) {
        return new Planned(plan.with(survey), version + 1);
    }

    /** Whether it can open: a round that asks nothing cannot. */
    public boolean ready() {
        return !plan.survey().questions().isEmpty();
    }

    /**
     * Residents can answer from now on.
     *
     * @throws IllegalStateException when it asks nothing
     */
    public Open open(Instant now) {
        if (!ready()) {
            throw new IllegalStateException("A round asks something");
        }
        return new Open(plan, now, version + 1);
    }
}
