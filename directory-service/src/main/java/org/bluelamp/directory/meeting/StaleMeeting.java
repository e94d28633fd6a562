package org.bluelamp.directory.meeting;

/** Somebody else changed the meeting since the edit began. Nothing was written. */
public final class StaleMeeting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Meeting current;

    StaleMeeting(Meeting current) {
        super("The meeting " + current.id() + " is at version " + current.version() + " by now");
        this.current = current;
    }

    /** The meeting as it stands. */
    public Meeting current() {
        return current;
    }
}
