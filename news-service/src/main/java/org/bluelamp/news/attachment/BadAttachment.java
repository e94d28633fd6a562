package org.bluelamp.news.attachment;

/** What was uploaded is no file we offer. The reason tells the person what to do. */
public final class BadAttachment extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    BadAttachment(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What the person is told. */
    public String reason() {
        return reason;
    }
}
