package org.bluelamp.feedback.cases;

import java.time.Instant;
import java.util.UUID;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a case keeps through all its states.
 *
 * @param id the row's id, to which the contact details are sealed
 * @param reference how to speak of it
 * @param area the neighbourhood whose team answers
 * @param message what the sender wrote, as typed
 * @param reach how the sender can be reached
 * @param setAside why it is kept out of the working list; null for nearly all
 * @param receivedAt when it arrived
 */
public record Matter(
        UUID id,
        Reference reference,
        AreaCode area,
        String message,
        Reach reach,
        @Nullable SetAside setAside,
        Instant receivedAt) {

    /**
     * How the sender can be reached, without saying where.
     *
     * @param mail whether a mail address is kept
     * @param telephone whether a telephone number is kept
     * @param erasedAt when they were erased; null when they were not
     */
    public record Reach(
            boolean mail, boolean telephone, @Nullable Instant erasedAt) {

        /** Whether there is any way. */
        public boolean any() {
            return mail || telephone;
        }
    }

    /** The beginning of the message on one line, for a list. */
    public String beginning() {
        return Typed.beginning(message, 140);
    }

    /** Written by a person, whatever it looked like. */
    Matter real() {
        return new Matter(id, reference, area, message, reach, null, receivedAt);
    }

    Matter handedTo(AreaCode other) {
        return new Matter(id, reference, other, message, reach, null, receivedAt);
    }

    /** Says nothing of what the sender wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Matter[" + reference + "]";
    }
}
