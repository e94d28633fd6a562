package org.bluelamp.directory.area;

/** Somebody else changed the area since the edit began. Nothing was written. */
public final class StaleArea extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Area current;

    public StaleArea(Area current) {
        super(current.code() + " is at version " + current.version() + " by now");
        this.current = current;
    }

    /** The area as it stands. */
    public Area current() {
        return current;
    }
}
