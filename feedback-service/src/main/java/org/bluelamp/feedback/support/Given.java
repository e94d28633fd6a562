package org.bluelamp.feedback.support;

/** What became of support with a code. Nothing is dropped unseen. */
public enum Given {
    /** It counts, as one person's. */
    COUNTED,
    /** The round has no such code; nothing was kept. */
    UNKNOWN_CODE("We do not recognise this code. Check it, or leave it empty to continue without one"),
    /** The code has supported this before; nothing was kept. */
    USED_CODE("This code has already been used to support this. Leave it empty to continue without one"),
    /** The same form was sent before with another code, which counts; nothing of this one was kept. */
    OTHER_CODE("You have already sent this form with another code. Open the page again to use this code"),
    /** The neighbourhood has no open round; nothing was kept. */
    NOT_OPEN("The round has closed, so codes no longer count. Leave it empty to continue without one"),
    /** It cannot be supported any more; nothing was kept. */
    NOT_SHOWN("This can no longer be supported. Select something else, or send your own");

    private final String fault;

    Given() {
        this("");
    }

    Given(String fault) {
        this.fault = fault;
    }

    /** What to do about it, a sentence to the resident; empty when it counts. */
    public String fault() {
        return fault;
    }
}
