package org.bluelamp.directory.team;

/** Somebody else changed the same part of the team since the edit began. Nothing was written. */
public final class StaleTeam extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Team current;

    public StaleTeam(Team current) {
        super("The team of " + current.area() + " is at version " + current.version() + " by now");
        this.current = current;
    }

    /** The team as it stands. */
    public Team current() {
        return current;
    }
}
