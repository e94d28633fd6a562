package org.bluelamp.service.importing;

/** An import that changed nothing because of what it was given. The message is for whoever gave it: what and where. */
public class ImportRefused extends RuntimeException {

    public ImportRefused(String message) {
        super(message);
    }

    public ImportRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
