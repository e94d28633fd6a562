package org.bluelamp.feedback.cases;

import org.bluelamp.feedback.submission.SetAside;
import org.jspecify.annotations.Nullable;

/**
 * A case that speaks of danger in the words of another one, or seems a program's as that one does.
 *
 * @param held the case
 * @param suspected why a program seems to have written it; null when nothing says so
 */
public record Alike(Case held, @Nullable SetAside suspected) {

    /** Whether it says what that case says, word for word. */
    public boolean inTheWordsOf(Case other) {
        return held.matter().message().equals(other.matter().message());
    }
}
