package org.bluelamp.feedback.priority;

import org.bluelamp.feedback.submission.Typed;

/** The texts of a priority and how long each may be, in characters as people count them. All are read by the public. */
public enum Text {
    /** What is wrong, on one line. */
    ISSUE(200),
    /** Why it is a priority. */
    WHY(1000),
    /** What the team does about it. */
    ACTION(2000),
    /** What has been done so far. */
    PROGRESS(2000),
    /** Why it was replaced. */
    REASON(1000),
    /** What came of it. */
    OUTCOME(2000),
    /** What is planned. */
    PLANNED(500),
    /** Whose a planned action is, on one line. */
    OWNER(80),
    /** What came of a planned action. */
    RESULT(1000);

    private final int limit;

    Text(int limit) {
        this.limit = limit;
    }

    /** The most characters. */
    public int limit() {
        return limit;
    }

    /** The text as it is kept: without blanks around it, and issue and owner on one line. */
    public String tidy(String typed) {
        return this == ISSUE || this == OWNER
                ? Typed.oneLine(typed)
                : Typed.clean(typed).strip();
    }

    /** @throws IllegalArgumentException when the text is empty or too long */
    String checked(String typed) {
        String text = tidy(typed);
        if (text.isEmpty() || Typed.length(text) > limit) {
            throw new IllegalArgumentException(name() + " has 1 to " + limit + " characters");
        }
        return text;
    }
}
