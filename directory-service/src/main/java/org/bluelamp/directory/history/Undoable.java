package org.bluelamp.directory.history;

import org.bluelamp.service.security.StaffMember;

/** Puts back what a change to its kind of thing changed. A register whose changes can be undone is a bean of this type. */
public interface Undoable {

    /** The kind of thing, as in {@link Change#subject}. */
    String subject();

    /** Whether the person may change such a thing in the change's area. */
    boolean mayUndo(StaffMember staff, Change change);

    /**
     * Makes the thing again what it was before, as a new version that is announced, audited and recorded like any other.
     * It is called in a transaction, with the rights checked.
     *
     * @return the number that {@link History#record} gave the new change
     * @throws CannotUndo when the thing is no longer what the change made of it, or cannot be again what it was
     */
    long undo(StaffMember staff, Change change);
}
