package org.bluelamp.directory.history;

/** A change cannot be undone; nothing was written. The message tells the person why, in a whole sentence. */
public final class CannotUndo extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotUndo(String reason) {
        super(reason);
    }
}
