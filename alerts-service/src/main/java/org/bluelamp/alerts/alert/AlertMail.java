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
import org.bluelamp.alerts.place.OwnPlace;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.service.area.AreaCode;
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
            "Please do not reply to this email. Call 101 to report a crime, or 999 in an emergency.";

    private final Alerts alerts;
    private final Areas areas;
    private final OwnPlaces places;
    private final AlertSenders senders;
    private final AlertLinks links;
    private final MailDesign design;
    private final String listId;

    AlertMail(
            Alerts alerts,
            Areas areas,
            OwnPlaces places,
            AlertSenders senders,
            AlertLinks links,
            MailDesign design,
            SmtpServer server) {
        this.alerts = alerts;
        this.areas = areas;
        this.places = places;
        this.senders = senders;
        this.links = links;
        this.design = design;
        this.listId = ListHeaders.areasListId(server.domain());
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
        var reasons = List.of(
                "You are getting this email because you follow "
                        + Area.inWords(areas.named(alert.content().target().areas())) + ".",
                EMERGENCY);
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
        content.poll()
                .ifPresent(poll -> paragraphs.add(
                        "Tell us what you think: " + poll.question() + " Answer here: " + links.page(poll.path())));
        paragraphs.add("This alert is for " + where(content) + ", until " + LondonTime.minute(content.expires()) + ".");
        return new Words(
                (update ? "Update: " : "") + content.headline(),
                (update ? "Update to an alert for " : "Alert for ") + where(content),
                content.headline(),
                paragraphs,
                new MailBody.Link("Read the latest", links.alert(reference.value())));
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
                                + " we sent you an alert. Please do not rely on it.",
                        "The reason: " + cancelled.reason(),
                        "If you shared it, please delete what you shared."),
                new MailBody.Link("Read more", links.alert(cancelled.reference().value())));
    }

    private Mail mail(String sender, Words words, AreaNames names, ClaimedDelivery delivery) {
        var unsubscribe = links.unsubscribe(delivery.subscriber());
        var body = words.body(
                List.of(
                        "You are getting this email because you follow " + name(delivery.reasonArea(), names) + ".",
                        EMERGENCY),
                List.of(
                        new MailBody.Link("Change the areas you follow", links.manage(delivery.subscriber())),
                        new MailBody.Link("Stop all these emails", unsubscribe)));
        return design.mail(sender, words.subject(), body, ListHeaders.list(listId, unsubscribe));
    }

    private String where(Content content) {
        return content.target().inWords(areas.named(content.target().areas()));
    }

    /** A place of somebody's own is named for them alone; areas are named for all who get the alert. */
    private String name(AreaCode followed, AreaNames areaNames) {
        return OwnPlace.named(followed) ? places.name(followed).orElse("a place you chose") : areaNames.of(followed);
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
