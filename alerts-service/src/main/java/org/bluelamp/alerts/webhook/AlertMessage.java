package org.bluelamp.alerts.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bluelamp.alerts.alert.AlertTold;
import org.bluelamp.alerts.alert.Cancelled;
import org.bluelamp.alerts.alert.Expired;
import org.bluelamp.alerts.alert.Issued;
import org.bluelamp.alerts.alert.Sent;

/**
 * What a call tells of an alert: all that the event tells, its version and where it stands. Names are for ever; a receiver
 * has to bear more of them.
 *
 * @param version rises with every change: what is older than what a receiver holds is to be left
 * @param url of the page for everybody
 * @param cap of the CAP document
 */
record AlertMessage(
        long version, String url, String cap, @JsonUnwrapped AlertTold alert) {

    static final String ISSUED = "alert.issued";
    static final String UPDATED = "alert.updated";
    static final String CANCELLED = "alert.cancelled";
    static final String EXPIRED = "alert.expired";

    static String type(Sent alert) {
        return switch (alert) {
            case Issued issued -> issued.messages().updated() ? UPDATED : ISSUED;
            case Cancelled _ -> CANCELLED;
            case Expired _ -> EXPIRED;
        };
    }
}
