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
 * @param kind what it came as
 * @param area the neighbourhood whose team answers
 * @param message what the sender wrote, as typed
 * @param reach how the sender can be reached
 * @param setAside why it is kept out of the working list; null for nearly all
 * @param receivedAt when it arrived
 * @param holder who has taken it; null when nobody has
 * @param recourseAt since when a supervisor is asked to answer; null for nearly all
 * @param urgent whether a person must read it at once, because it speaks of danger
 * @param ties what other cases it has to do with
 */
public record Matter(
        UUID id,
        Reference reference,
        Kind kind,
        AreaCode area,
        String message,
        Reach reach,
        @Nullable SetAside setAside,
        Instant receivedAt,
        @Nullable Holder holder,
        @Nullable Instant recourseAt,
        boolean urgent,
        Ties ties) {

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

    /**
     * The other cases that a case has to do with.
     *
     * @param mergedInto the one whose answer is this one's too; null when there is none
     * @param splitFrom the one that this was a part of; null when it was none
     */
    public record Ties(
            @Nullable Reference mergedInto, @Nullable Reference splitFrom) {

        /** Of a case by itself. */
        public static final Ties NONE = new Ties(null, null);
    }

    /** The beginning of the message on one line, for a list. */
    public String beginning() {
        return Typed.beginning(message, 140);
    }

    /** Written by a person, whatever it looked like: a member of staff has said so by what they did, and nobody else can. */
    Matter real() {
        return new Matter(
                id, reference, kind, area, message, reach, null, receivedAt, holder, recourseAt, urgent, ties);
    }

    /** @throws IllegalArgumentException when it is with that neighbourhood's team already */
    Matter handedTo(AreaCode other) {
        if (other.equals(area)) {
            throw new IllegalArgumentException("The case is with that team already");
        }
        return new Matter(
                id, reference, kind, other, message, reach, setAside, receivedAt, null, recourseAt, urgent, ties);
    }

    Matter heldBy(@Nullable Holder somebody) {
        return new Matter(
                id, reference, kind, area, message, reach, setAside, receivedAt, somebody, recourseAt, urgent, ties);
    }

    Matter withRecourse(Instant at) {
        return new Matter(id, reference, kind, area, message, reach, setAside, receivedAt, holder, at, urgent, ties);
    }

    Matter withoutRecourse() {
        return new Matter(id, reference, kind, area, message, reach, setAside, receivedAt, holder, null, false, ties);
    }

    /**
     * Answered for another case too: a supervisor answers both where one of the senders asked for that, and both are read
     * at once where one speaks of danger. Danger that was not here before is with whoever has that case in hand.
     */
    Matter answeringFor(Matter other) {
        return new Matter(
                id,
                reference,
                kind,
                area,
                message,
                reach,
                null,
                receivedAt,
                other.urgent && !urgent ? other.holder : holder,
                earlier(recourseAt, other.recourseAt),
                urgent || other.urgent,
                ties);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** Speaks of danger: with nobody, and never set aside. */
    Matter inDanger() {
        return new Matter(id, reference, kind, area, message, reach, null, receivedAt, null, recourseAt, true, ties);
    }

    Matter mergedInto(Reference other) {
        return new Matter(
                id,
                reference,
                kind,
                area,
                message,
                reach,
                setAside,
                receivedAt,
                holder,
                recourseAt,
                urgent,
                new Ties(other, ties.splitFrom()));
    }

    /** Says nothing of what the sender wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Matter[" + reference + "]";
    }
}
