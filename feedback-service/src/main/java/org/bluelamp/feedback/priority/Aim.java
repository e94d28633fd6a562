package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a priority is about. Texts are tidied on the way in; one that breaks a rule cannot be made.
 *
 * @param issue what is wrong, on one line
 * @param why why it is a priority
 * @param action what the team does about it; null while that is not decided
 */
public record Aim(String issue, String why, @Nullable Action action) {

    /** @throws IllegalArgumentException when a text is empty or too long */
    public Aim {
        issue = Text.ISSUE.checked(issue);
        why = Text.WHY.checked(why);
    }

    /**
     * What the team does about it.
     *
     * @param text in words for residents
     * @param decidedOn the day these words were decided
     */
    public record Action(String text, LocalDate decidedOn) {

        /** @throws IllegalArgumentException when the text is empty or too long */
        public Action {
            text = Text.ACTION.checked(text);
        }
    }

    /** The first aim of a priority; an empty action is none. */
    public static Aim of(String issue, String why, String action, LocalDate day) {
        return new Aim(issue, why, action(action, null, day));
    }

    /** Other words; an action that stays the same keeps its day. */
    Aim revised(String newIssue, String newWhy, String newAction, LocalDate day) {
        return new Aim(newIssue, newWhy, action(newAction, action, day));
    }

    private static @Nullable Action action(String typed, @Nullable Action before, LocalDate day) {
        String text = Text.ACTION.tidy(typed);
        if (text.isEmpty()) {
            return null;
        }
        return before != null && Objects.equals(before.text(), text) ? before : new Action(text, day);
    }
}
