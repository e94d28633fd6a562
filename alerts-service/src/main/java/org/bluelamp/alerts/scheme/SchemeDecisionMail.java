package org.bluelamp.alerts.scheme;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.delivery.ClaimedDelivery;
import org.bluelamp.alerts.delivery.MailWriter;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.springframework.stereotype.Component;

/** Tells whoever asked for a watch scheme that it was opened, with what a coordinator may do, or that it was refused. */
@Component
class SchemeDecisionMail implements MailWriter {

    static final String KIND = "scheme-decision";

    private final Schemes schemes;
    private final Areas areas;
    private final AlertLinks links;
    private final MailDesign design;

    SchemeDecisionMail(Schemes schemes, Areas areas, AlertLinks links, MailDesign design) {
        this.schemes = schemes;
        this.areas = areas;
        this.links = links;
        this.design = design;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String itemId) {
        return schemes.decided(UUID.fromString(itemId)).map(scheme -> delivery -> mail(scheme, delivery));
    }

    private Mail mail(Scheme scheme, ClaimedDelivery delivery) {
        var area = areas.find(scheme.area()).map(Area::fullName).orElse("your area");
        return scheme.state() == Scheme.State.OPEN ? opened(scheme, area, delivery) : refused(scheme, area, delivery);
    }

    private Mail opened(Scheme scheme, String area, ClaimedDelivery delivery) {
        return write(
                "Your watch scheme is open: " + scheme.name(),
                List.of(
                        "The team for " + area + " has opened it, and you are its coordinator. People who follow "
                                + area + " can join it on their own pages.",
                        "You can write to the members, at most " + Schemes.MESSAGES_A_DAY
                                + " times a day. Your messages go out in the name of the scheme and say that you wrote"
                                + " them, not the police.",
                        "Accuse nobody in them, and give no names, house numbers or number plates. If you saw a crime,"
                                + " tell us: call 101, in an emergency 999."),
                new MailBody.Link("See your watch schemes", links.manage(delivery.subscriber()) + "/schemes"),
                delivery);
    }

    private Mail refused(Scheme scheme, String area, ClaimedDelivery delivery) {
        return write(
                "Your watch scheme was not opened: " + scheme.name(),
                List.of("The team for " + area
                        + " has decided not to open it. Nobody has joined it, and you need not do"
                        + " anything. To hear why, ask the team. You can ask for it again later."),
                new MailBody.Link("Find the team", links.area(scheme.area())),
                delivery);
    }

    private Mail write(String subject, List<String> paragraphs, MailBody.Link action, ClaimedDelivery delivery) {
        return design.mail(
                design.siteName(),
                subject,
                new MailBody(
                        null,
                        subject,
                        paragraphs,
                        action,
                        List.of(
                                "You are getting this email because you asked for this watch scheme on your own page.",
                                "Please do not reply to this email. Call 101 to report a crime, or 999 in an"
                                        + " emergency."),
                        List.of(
                                new MailBody.Link("Change the areas you follow", links.manage(delivery.subscriber())),
                                new MailBody.Link("Stop all emails", links.unsubscribe(delivery.subscriber())))),
                ListHeaders.personal());
    }
}
