package org.bluelamp.directory.photo;

/** What was uploaded is no photo we take. The message tells the person what to do. */
public final class BadPhoto extends Exception {

    private static final long serialVersionUID = 1L;

    BadPhoto(String message) {
        super(message);
    }
}
