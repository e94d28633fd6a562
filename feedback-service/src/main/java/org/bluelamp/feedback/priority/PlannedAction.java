package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is to be done about a priority. Everybody reads it.
 *
 * @param id the same for ever
 * @param text what is to be done
 * @param owner whose it is: a team or a role, and no person's name
 * @param dueOn the day by which it is to be done
 * @param doneOn the day it was done; null while it is not
 * @param result what came of it; null while it is not done
 */
public record PlannedAction(
        UUID id,
        String text,
        String owner,
        LocalDate dueOn,
        @Nullable LocalDate doneOn,
        @Nullable String result) {

    /** @throws IllegalArgumentException when a text is empty or too long, or it is done without a result */
    public PlannedAction {
        text = Text.PLANNED.checked(text);
        owner = Text.OWNER.checked(owner);
        if ((doneOn == null) != (result == null)) {
            throw new IllegalArgumentException("What is done has a result");
        }
        result = result == null ? null : Text.RESULT.checked(result);
    }

    /** A new one. */
    public static PlannedAction of(String text, String owner, LocalDate dueOn) {
        return new PlannedAction(UUID.randomUUID(), text, owner, dueOn, null, null);
    }

    /** The same, done. */
    PlannedAction done(String newResult, LocalDate day) {
        return new PlannedAction(id, text, owner, dueOn, day, newResult);
    }

    /** Whether it is done. */
    public boolean done() {
        return doneOn != null;
    }

    /** Whether it should have been done before that day. */
    public boolean lateOn(LocalDate day) {
        return !done() && dueOn.isBefore(day);
    }
}
