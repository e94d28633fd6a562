package org.bluelamp.images;

/** What was uploaded is no picture we take. The reason tells the person what to do. */
public final class BadImage extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    BadImage(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What the person is told. */
    public String reason() {
        return reason;
    }
}
