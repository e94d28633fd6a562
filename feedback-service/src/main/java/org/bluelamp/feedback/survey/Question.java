package org.bluelamp.feedback.survey;

import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A question of a survey. Texts are tidied on the way in; one that breaks a rule cannot be made.
 *
 * @param number its place in the survey, from 1
 * @param text the question, on one line
 * @param hint help under it; empty for none
 * @param required whether it must be answered
 * @param asked how it is answered
 * @param branch of whom it is asked; null for everybody
 */
public record Question(
        int number,
        String text,
        String hint,
        boolean required,
        Asked asked,
        @Nullable Branch branch) {

    /** The longest question, in characters as people count them. */
    public static final int LONGEST = 200;

    /** @throws IllegalArgumentException when a text is empty or too long, or the branch leads to no earlier question */
    public Question {
        text = Typed.oneLine(text);
        hint = Typed.oneLine(hint);
        if (text.isEmpty() || Typed.length(text) > LONGEST || Typed.length(hint) > LONGEST) {
            throw new IllegalArgumentException("A question has 1 to " + LONGEST + " characters, and so has its hint");
        }
        if (number < 1 || branch != null && (branch.question() < 1 || branch.question() >= number)) {
            throw new IllegalArgumentException("A question depends on an earlier one");
        }
    }

    /** Which kind it is. */
    public Kind kind() {
        return asked.kind();
    }

    Question moved(int place, @Nullable Branch to) {
        return new Question(place, text, hint, required, asked, to);
    }
}
