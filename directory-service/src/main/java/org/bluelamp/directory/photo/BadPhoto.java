package org.bluelamp.directory.photo;

/** What was uploaded is no photo we take. The reason tells the person what to do. */
public final class BadPhoto extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    BadPhoto(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What the person is told. */
    public String reason() {
        return reason;
    }
}
