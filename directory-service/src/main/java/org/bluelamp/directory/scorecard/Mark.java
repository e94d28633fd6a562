package org.bluelamp.directory.scorecard;

/** Whether a promise is kept. */
public enum Mark {
    /** It is. */
    KEPT("Kept"),
    /** It is not. */
    NOT_KEPT("Not kept"),
    /** There was nothing to keep it for. */
    NOBODY_ASKED("Nobody asked"),
    /** Nobody told us the numbers. */
    UNKNOWN("No figures");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /** In a word for everybody. */
    public String word() {
        return word;
    }
}
