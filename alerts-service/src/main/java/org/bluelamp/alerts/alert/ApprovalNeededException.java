package org.bluelamp.alerts.alert;

/** The person may not send this alone, or not this one; nothing was changed. The message tells them why. */
public class ApprovalNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApprovalNeededException(String reason) {
        super(reason);
    }

    /** Why, in a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
