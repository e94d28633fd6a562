package org.bluelamp.alerts.alert;

/**
 * An alert that waits for a second person, or that has an update which does.
 *
 * @param content what they are to check
 * @param reach how many people it would go to
 * @param needed who has to agree
 */
record Waiting(Alert alert, Content content, int reach, Approval needed) {

    /** Whether the alert itself was sent before. */
    boolean isUpdate() {
        return alert instanceof Sent;
    }
}
