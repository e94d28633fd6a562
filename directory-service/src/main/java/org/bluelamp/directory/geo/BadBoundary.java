package org.bluelamp.directory.geo;

/** Something given as a boundary is none. The message is a sentence for whoever gave it: whose boundary, what, where. */
public final class BadBoundary extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param what is wrong, as it follows "The boundary", for example "crosses itself at ..." */
    BadBoundary(String what) {
        super("The boundary " + what);
        this.what = what;
    }

    private BadBoundary(String area, BadBoundary unnamed) {
        super("The boundary of " + area + " " + unnamed.what, unnamed);
        this.what = unnamed.what;
    }

    /** The same, said of an area's boundary. */
    BadBoundary of(String area) {
        return new BadBoundary(area, this);
    }
}
