package org.bluelamp.alerts.alert;

/** Hears of alerts in the transaction in which readers come to see them otherwise. */
@FunctionalInterface
public interface AlertListener {

    /**
     * An alert was sent, updated, called back or has ended.
     *
     * @param alert as it is from now on
     */
    void changed(Sent alert);
}
