package org.bluelamp.alerts.scheme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.MailWriter;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.mail.SmtpServer;
import org.springframework.stereotype.Component;

/**
 * Hands on what a coordinator wrote, in the name of the scheme, and says before anything else that it is theirs and not
 * the police's.
 */
@Component
class SchemeMail implements MailWriter {

    static final String KIND = "scheme";

    private final Schemes schemes;
    private final AlertLinks links;
    private final MailDesign design;
    private final String listId;

    SchemeMail(Schemes schemes, AlertLinks links, MailDesign design, SmtpServer server) {
        this.schemes = schemes;
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
        return schemes.message(UUID.fromString(itemId)).map(message -> delivery -> {
            var unsubscribe = links.unsubscribe(delivery.subscriber());
            var body = new MailBody(
                    "From " + message.sender() + ". Its coordinator wrote it, not the police.",
                    message.heading(),
                    Arrays.stream(message.body().split("\\R+"))
                            .filter(line -> !line.isBlank())
                            .toList(),
                    null,
                    List.of(
                            "You are getting this email because you are a member of the watch scheme "
                                    + message.scheme()
                                    + ". The police hand its coordinator’s messages on and do not read them first.",
                            "Please do not reply to this email. Call 101 to report a crime, or 999 in an emergency."),
                    List.of(
                            new MailBody.Link("See your watch schemes and areas", links.manage(delivery.subscriber())),
                            new MailBody.Link("Stop all these emails", unsubscribe)));
            return design.mailOf(
                    message.sender(),
                    message.scheme() + ": " + message.heading(),
                    body,
                    ListHeaders.list(listId, unsubscribe));
        });
    }
}
