package org.bluelamp.alerts.alert;

import java.util.Optional;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.push.PushMessage;
import org.bluelamp.alerts.push.PushWriter;
import org.springframework.stereotype.Component;

/** Writes the notification that a message of an alert is: its headline, what to do, and the way to its page. */
@Component
class AlertPush implements PushWriter {

    private final Alerts alerts;
    private final Areas areas;
    private final AlertLinks links;

    AlertPush(Alerts alerts, Areas areas, AlertLinks links) {
        this.alerts = alerts;
        this.areas = areas;
        this.links = links;
    }

    @Override
    public String kind() {
        return AlertMail.KIND;
    }

    @Override
    public Optional<Written<PushMessage>> letter(String itemId) {
        return alerts.findByMessage(itemId)
                .filter(alert -> !(alert instanceof Expired))
                .filter(alert -> alert.messages().latest().identifier().equals(itemId))
                .map(this::message)
                .map(message -> delivery -> message);
    }

    /** The notification that browsers would show. */
    PushMessage message(Alert alert) {
        var content = alert.content();
        var where = content.target().inWords(areas.named(content.target().areas()));
        var reference = alert.reference().value();
        if (alert instanceof Cancelled) {
            return new PushMessage(
                    "Alert called back",
                    "Do not rely on our alert about " + where + ".",
                    links.alert(reference),
                    reference);
        }
        var update = alert instanceof Sent sent && sent.messages().updated() ? "Update: " : "";
        return new PushMessage(
                update + content.headline(),
                content.instruction().orElse("Alert for " + where),
                links.alert(reference),
                reference);
    }
}
