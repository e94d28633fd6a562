package org.bluelamp.directory.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens with somebody's work, or with a vacant post, meanwhile.
 *
 * @param by the member of the same team who stands in; null when nobody of the team does
 * @param note what else is to be said, for example "On a course"; null when nothing is
 * @param until its last day, in the time of the United Kingdom; null when no end is known
 */
public record Cover(
        @Nullable UUID by, @Nullable String note, @Nullable LocalDate until) {

    /** @throws IllegalArgumentException when it says neither who stands in nor anything else */
    public Cover {
        note = note == null || note.isBlank() ? null : note.strip();
        if (by == null && note == null) {
            throw new IllegalArgumentException("Cover says who stands in, or what is to be known");
        }
    }

    /** Cover in words only. */
    public static Cover note(String words) {
        return new Cover(null, words, null);
    }

    /** Whether it has ended before that day. */
    public boolean endedBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
