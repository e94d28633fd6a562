package org.bluelamp.alerts.alert;

import java.util.Optional;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.sms.TextMessage;
import org.bluelamp.alerts.sms.TextWriter;
import org.springframework.stereotype.Component;

/**
 * Writes the text message that a message of an alert is: what happens and what to do, as far as two parts hold it, its
 * reference as the end of a link, and nothing that is the reader's own.
 */
@Component
class AlertText implements TextWriter {

    private final Alerts alerts;
    private final Areas areas;
    private final AlertSenders senders;
    private final AlertLinks links;

    AlertText(Alerts alerts, Areas areas, AlertSenders senders, AlertLinks links) {
        this.alerts = alerts;
        this.areas = areas;
        this.senders = senders;
        this.links = links;
    }

    @Override
    public String kind() {
        return AlertMail.KIND;
    }

    @Override
    public Optional<Written<TextMessage>> letter(String itemId) {
        return alerts.findByMessage(itemId)
                .filter(alert -> !(alert instanceof Expired))
                .filter(alert -> alert.messages().latest().identifier().equals(itemId))
                .map(this::text)
                .map(text -> delivery -> text);
    }

    /** The text message that people would get. */
    TextMessage text(Alert alert) {
        var content = alert.content();
        var where = content.target().inWords(areas.named(content.target().areas()));
        var from = senders.name(content.sender()) + ": ";
        var end = " " + links.alert(alert.reference().value());
        if (alert instanceof Cancelled) {
            return TextMessage.fitting(from, "our alert about " + where + " is called back, do not rely on it.", end);
        }
        var update = alert instanceof Sent sent && sent.messages().updated() ? "Update. " : "";
        return TextMessage.fitting(
                from + update,
                sentence(content.headline())
                        + content.instruction()
                                .map(text -> " " + sentence(text))
                                .orElse(""),
                end);
    }

    private static String sentence(String words) {
        var one = words.strip().replaceAll("\\s+", " ");
        return one.matches("(?s).*[.!?]") ? one : one + ".";
    }
}
