package org.bluelamp.alerts.invitation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** Invites one person to a round, with their code. The code is in no link, because links end in logs. */
@Component
class InvitationMail implements MailWriter {

    static final String KIND = "round";

    private final Invitations invitations;
    private final VoiceCodes codes;
    private final AlertLinks links;
    private final MailDesign design;
    private final String listId;

    InvitationMail(Invitations invitations, VoiceCodes codes, AlertLinks links, MailDesign design, SmtpServer server) {
        this.invitations = invitations;
        this.codes = codes;
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
        return invitations.open(UUID.fromString(itemId)).map(round -> delivery -> mail(round, delivery));
    }

    private Mail mail(Invitation round, ClaimedDelivery delivery) {
        String unsubscribe = links.unsubscribe(delivery.subscriber());
        List<String> paragraphs = new ArrayList<>(Arrays.stream(round.about().split("\\R+"))
                .filter(line -> !line.isBlank())
                .toList());
        paragraphs.add("You can answer until " + LondonTime.day(round.closesOn()) + ". We do not ask who you are.");
        paragraphs.add("Your code is " + codes.code(round.id(), round.salt(), delivery.subscriber())
                + ". Enter it on the last page, and your answers count as those of one person. Your answers are kept apart"
                + " from your email address: your team cannot see which answers came with which email, and what your code"
                + " is made from is deleted when the round closes.");
        MailBody body = new MailBody(
                round.areaName(),
                round.title(),
                paragraphs,
                new MailBody.Link("Answer now", links.page("/have-your-say/rounds/" + round.id())),
                List.of(
                        "You are getting this email because you follow " + round.areaName() + ".",
                        "Please do not reply to this email. Call 101 to report a crime, or 999 in an emergency."),
                List.of(
                        new MailBody.Link("Change the areas you follow", links.manage(delivery.subscriber())),
                        new MailBody.Link("Stop all these emails", unsubscribe)));
        return design.mail(
                design.siteName(),
                round.areaName() + ": " + round.title(),
                body,
                ListHeaders.list(listId, unsubscribe));
    }
}
