package org.bluelamp.alerts.alert;

/** Somebody changed the alert since it was read, or its state does not allow what was asked; nothing was changed. */
public class StaleAlertException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleAlertException(AlertId id) {
        super("Alert " + id + " was changed in the meantime");
    }
}
