package org.bluelamp.alerts.casenews;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.MailWriter;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.springframework.stereotype.Component;

/**
 * Asks the owner of an address whether they want mails about something that was told to the police. It does not lead
 * there: whoever entered a wrong address must not give a stranger the link.
 */
@Component
class CaseNewsAskMail implements MailWriter {

    static final String KIND = "case-news-ask";

    private final CaseNewsDesk desk;
    private final AlertLinks links;
    private final MailDesign design;

    CaseNewsAskMail(CaseNewsDesk desk, AlertLinks links, MailDesign design) {
        this.desk = desk;
        this.links = links;
        this.design = design;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String itemId) {
        return desk.find(UUID.fromString(itemId.substring(0, itemId.indexOf(':'))))
                .filter(asked -> asked.endedAt() == null)
                .map(asked -> {
                    Mail mail = asked.active() ? already(asked) : confirm(asked);
                    return delivery -> mail;
                });
    }

    private Mail confirm(CaseNews asked) {
        return mail(
                "Confirm that you want emails about what you told us",
                new MailBody(
                        null,
                        "Confirm your email address",
                        List.of(
                                "Someone asked on our website for emails to this address about what they told their"
                                        + " neighbourhood policing team. We will start sending them once you confirm"
                                        + " that it was you.",
                                "The link works for " + desk.confirmWithin().toDays() + " days."),
                        new MailBody.Link(
                                "Confirm that you want these emails",
                                links.confirmCase(asked.id(), asked.askedAt().plus(desk.confirmWithin()))),
                        List.of("If you did not ask for this, you do not need to do anything. We will not email you"
                                + " again unless you confirm."),
                        List.of()));
    }

    private Mail already(CaseNews asked) {
        return mail(
                "You already get emails about what you told us",
                new MailBody(
                        null,
                        "You already get these emails",
                        List.of("Someone asked on our website for emails to this address about what you told your"
                                + " team. You already get them, so nothing has changed."),
                        null,
                        List.of("You are getting this email because someone entered your address in our form."),
                        List.of(new MailBody.Link("Stop these emails", links.unsubscribeCase(asked.id())))));
    }

    private Mail mail(String subject, MailBody body) {
        return design.mail(design.siteName(), subject, body, ListHeaders.personal());
    }
}
