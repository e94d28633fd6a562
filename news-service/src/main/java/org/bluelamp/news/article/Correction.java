package org.bluelamp.news.article;

import java.time.Instant;

/**
 * That the words of a public article were put right.
 *
 * @param at when
 * @param by who did it
 * @param note what changed, told to readers; one line, 1 to {@value #NOTE_LIMIT} characters
 */
public record Correction(Instant at, Author by, String note) {

    /** The longest note. */
    public static final int NOTE_LIMIT = 300;

    /** @throws IllegalArgumentException when the note is empty or too long */
    public Correction {
        note = Content.oneLine(note);
        if (note.isEmpty() || Content.length(note) > NOTE_LIMIT) {
            throw new IllegalArgumentException("The note has 1 to " + NOTE_LIMIT + " characters");
        }
    }
}
