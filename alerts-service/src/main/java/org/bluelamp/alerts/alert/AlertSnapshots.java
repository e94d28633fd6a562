package org.bluelamp.alerts.alert;

import java.util.stream.Stream;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.stereotype.Component;

/** Everything that was ever sent, as the events that other services build their copies from. */
@Component
class AlertSnapshots implements SnapshotSource {

    private final Alerts alerts;
    private final AlertSenders senders;

    AlertSnapshots(Alerts alerts, AlertSenders senders) {
        this.alerts = alerts;
        this.senders = senders;
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        return alerts.everSent()
                .map(alert ->
                        AlertTold.event(alert, senders.name(alert.content().sender())));
    }
}
