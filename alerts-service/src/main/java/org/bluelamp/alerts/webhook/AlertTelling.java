package org.bluelamp.alerts.webhook;

import java.time.Clock;
import java.util.stream.Collectors;
import org.bluelamp.alerts.alert.AlertListener;
import org.bluelamp.alerts.alert.AlertSenders;
import org.bluelamp.alerts.alert.AlertTold;
import org.bluelamp.alerts.alert.Cancelled;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.webhook.Telling;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has the tools of a force told of its alerts, in the transaction of the deed. */
@Component
class AlertTelling implements AlertListener {

    private final Telling telling;
    private final AlertSenders senders;
    private final Clock clock;
    private final String publicUrl;

    AlertTelling(
            Telling telling, AlertSenders senders, Clock clock, @Value("${bluelamp.public-url}") String publicUrl) {
        this.telling = telling;
        this.senders = senders;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public void changed(Sent alert) {
        var forces = alert.content().target().areas().stream()
                .map(area -> new AreaCode(area.value().split("/", 2)[0]))
                .collect(Collectors.toSet());
        if (!telling.anybodyListens(forces)) {
            return;
        }
        var url = publicUrl + "/alerts/" + alert.reference();
        telling.tell(
                forces,
                new Telling.Told(
                        alert.id().value(),
                        alert.version(),
                        AlertMessage.type(alert),
                        clock.instant(),
                        new AlertMessage(
                                alert.version(),
                                url,
                                url + "/cap",
                                AlertTold.of(alert, senders.name(alert.content().sender()))),
                        alert instanceof Cancelled));
    }
}
