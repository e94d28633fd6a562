package org.bluelamp.alerts.scheme;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.MailWriter;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.springframework.stereotype.Component;

/** Brings a coordinator the link by which they write one message. */
@Component
class WritingLinkMail implements MailWriter {

    static final String KIND = "scheme-link";

    private final WritingLinks writing;
    private final Schemes schemes;
    private final AlertLinks links;
    private final MailDesign design;
    private final Clock clock;

    WritingLinkMail(WritingLinks writing, Schemes schemes, AlertLinks links, MailDesign design, Clock clock) {
        this.writing = writing;
        this.schemes = schemes;
        this.links = links;
        this.design = design;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String itemId) {
        return writing.find(UUID.fromString(itemId))
                .filter(link -> link.isGood(clock.instant()))
                .flatMap(link -> schemes.openName(link.scheme()).map(name -> {
                    var mail = design.mail(
                            design.siteName(),
                            "Your link to write to " + name,
                            new MailBody(
                                    null,
                                    "Write to the members of " + name,
                                    List.of(
                                            "You asked for this link on your page about watch schemes. It works for"
                                                    + " one message, within an hour.",
                                            "Do not share this email. Anyone who has the link can write in your name."),
                                    new MailBody.Link("Write the message", links.write(link.id())),
                                    List.of("If you did not ask for this, someone else may have one of your emails"
                                            + " from us. Nothing can be sent to the members without this link,"
                                            + " so you do not need to do anything."),
                                    List.of()),
                            ListHeaders.personal());
                    return delivery -> mail;
                }));
    }
}
