package org.bluelamp.alerts.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.AreaNames;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.delivery.ClaimedDelivery;
import org.bluelamp.alerts.delivery.MailWriter;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.mail.SmtpServer;
import org.bluelamp.web.page.LondonTime;
import org.springframework.stereotype.Component;

/**
 * Writes the email that a message of an alert is: the alert itself, an update, or that it was called back. Only the
 * message that counts is sent; what was overtaken, or is over, is not.
 */
@Component
class AlertMail implements MailWriter {

    static final String KIND = "alert";

    private static final String EMERGENCY =
            "Please do not answer this email. To report a crime call 101, in an emergency call 999.";

    private final Alerts alerts;
    private final Areas areas;
    private final AlertSenders senders;
    private final AlertLinks links;
    private final MailDesign design;
    private final String listId;

    AlertMail(
            Alerts alerts, Areas areas, AlertSenders senders, AlertLinks links, MailDesign design, SmtpServer server) {
        this.alerts = alerts;
        this.areas = areas;
        this.senders = senders;
        this.links = links;
        this.design = design;
        this.listId = "Alerts for your area <" + AlertLinks.AREAS_LIST + ".alerts." + server.domain() + ">";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String itemId) {
        return alerts.findByMessage(itemId)
                .filter(alert -> !(alert instanceof Expired))
                .filter(alert -> alert.messages().latest().identifier().equals(itemId))
                .map(alert -> {
                    var sender = senders.name(alert.content().sender());
                    var words = words(alert);
                    var names = areas.names();
                    return delivery -> mail(sender, words, names, delivery);
                });
    }

    /** The email as anybody might get it, with links that do nothing, to be looked at before it is sent. */
    Mail preview(Alert alert) {
        var words = alert instanceof Sent sent ? words(sent) : words(alert.reference(), alert.content(), false);
        var reasons = List.of("You get this email because you follow " + where(alert.content()) + ".", EMERGENCY);
        var body = words.body(reasons, List.of(new MailBody.Link("Change or stop these emails", links.about())));
        return design.mail(senders.name(alert.content().sender()), words.subject(), body, ListHeaders.personal());
    }

    private Words words(Sent alert) {
        return alert instanceof Cancelled cancelled
                ? calledBack(cancelled)
                : words(alert.reference(), alert.content(), alert.messages().updated());
    }

    private Words words(AlertReference reference, Content content, boolean update) {
        var paragraphs = new ArrayList<String>();
        content.instruction().ifPresent(text -> paragraphs.addAll(paragraphs("What to do: " + text)));
        paragraphs.addAll(paragraphs(content.description()));
        content.links().forEach(link -> paragraphs.add(link.title() + ": " + link.url()));
        paragraphs.add("This alert is for " + where(content) + ", until " + LondonTime.minute(content.expires()) + ".");
        return new Words(
                (update ? "Update: " : "") + content.headline(),
                (update ? "Update to an alert for " : "Alert for ") + where(content),
                content.headline(),
                paragraphs,
                new MailBody.Link("Read the latest about it", links.alert(reference.value())));
    }

    /** None of its words again, which may be why it was called back. */
    private Words calledBack(Cancelled cancelled) {
        var heading = "We have called back an alert about " + where(cancelled.content());
        return new Words(
                heading,
                "Alert called back",
                heading,
                List.of(
                        "On " + LondonTime.minute(cancelled.messages().first().sentAt())
                                + " we sent you an alert. Please do not rely on it any more.",
                        "The reason: " + cancelled.reason(),
                        "If you shared it, please remove what you shared."),
                new MailBody.Link("Read more", links.alert(cancelled.reference().value())));
    }

    private Mail mail(String sender, Words words, AreaNames names, ClaimedDelivery delivery) {
        var unsubscribe = links.unsubscribe(delivery.subscriber());
        var body = words.body(
                List.of("You get this email because you follow " + names.of(delivery.reasonArea()) + ".", EMERGENCY),
                List.of(
                        new MailBody.Link("Change the areas you follow", links.manage(delivery.subscriber())),
                        new MailBody.Link("Stop all these emails", unsubscribe)));
        return design.mail(sender, words.subject(), body, ListHeaders.list(listId, unsubscribe));
    }

    private String where(Content content) {
        return Area.inWords(areas.named(content.target().areas()));
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** What an email says, whoever gets it. */
    private record Words(
            String subject, String caption, String heading, List<String> paragraphs, MailBody.Link action) {

        MailBody body(List<String> reasons, List<MailBody.Link> links) {
            return new MailBody(caption, heading, paragraphs, action, reasons, links);
        }
    }
}
