package org.bluelamp.alerts.casenews;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.MailWriter;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.link.CaseLink;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.mail.SmtpServer;
import org.springframework.stereotype.Component;

/** Tells somebody that something happened about what they told the police, and leads them to their own page of it. */
@Component
class CaseNewsMail implements MailWriter {

    static final String KIND = "case-news";

    private final CaseNewsDesk desk;
    private final AlertLinks links;
    private final MailDesign design;
    private final String listId;

    CaseNewsMail(CaseNewsDesk desk, AlertLinks links, MailDesign design, SmtpServer server) {
        this.desk = desk;
        this.links = links;
        this.design = design;
        this.listId = ListHeaders.casesListId(server.domain());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String itemId) {
        int colon = itemId.indexOf(':');
        UUID id = UUID.fromString(itemId.substring(colon + 1));
        return desk.move(UUID.fromString(itemId.substring(0, colon)))
                .flatMap(move -> desk.link(id).map(link -> mail(id, move, link)))
                .map(mail -> delivery -> mail);
    }

    private Mail mail(UUID id, String move, CaseLink link) {
        Words words = words(move);
        String stop = links.unsubscribeCase(id);
        return design.mail(
                design.siteName(),
                words.subject(),
                new MailBody(
                        words.caption(),
                        words.subject(),
                        List.of(words.text()),
                        new MailBody.Link("Read it on your own page", links.page(link.path())),
                        List.of(
                                "Anyone who has the link can read what you told us. Do not forward this email.",
                                "You are getting this email because you asked on that page to be told when something"
                                        + " happens.",
                                "Please do not reply to this email. You can write to the team on your page. Call 101"
                                        + " to report a crime, or 999 in an emergency."),
                        List.of(new MailBody.Link("Stop these emails", stop))),
                ListHeaders.list(listId, stop));
    }

    private record Words(String caption, String subject, String text) {}

    /** Words for what this version knows; what a later feedback-service tells of is news all the same. */
    private static Words words(String move) {
        return switch (move) {
            case "answered" ->
                told("There is an answer to what you told us", "Your neighbourhood policing team has answered you.");
            case "closed" ->
                told(
                        "What you told us is closed",
                        "Your neighbourhood policing team has closed it and explained why. If it has not been"
                                + " resolved, tell the team on your page.");
            case CaseMoved.LATE ->
                told(
                        "Our answer to you is late",
                        "We promised you an answer within 72 hours and have not kept that. You can ask for a"
                                + " supervisor to answer on your page.");
            case "handed-over" ->
                told(
                        "Another team will answer what you told us",
                        "We have passed it to the right neighbourhood policing team, who will answer you. Your page"
                                + " shows which team and by when.");
            case "handed-to-council" ->
                told(
                        "We have passed what you told us to the council",
                        "The council can act on this. The police cannot. Your page shows the council’s reference, if"
                                + " it gave one.");
            case "priority-set" ->
                did(
                        "You said, we did: it led to a priority",
                        "What you told us has helped to set a priority for your neighbourhood policing team.");
            case "priority-progressed" ->
                did(
                        "You said, we did: there is progress",
                        "Your neighbourhood policing team has shared what it has done, and what it plans, about a"
                                + " priority you helped to set.");
            case "priority-completed" ->
                did(
                        "You said, we did: a priority is completed",
                        "Your neighbourhood policing team has shared what came of a priority you helped to set. If it"
                                + " has not been resolved, tell the team on your page.");
            case "priority-replaced" ->
                did(
                        "You said, we did: a priority was replaced",
                        "Your neighbourhood policing team has moved on from a priority you helped to set, and"
                                + " explained why.");
            case "priority-withdrawn" ->
                did(
                        "You said, we did: a priority was removed",
                        "A priority linked to what you told us was set by mistake, and has been removed.");
            default -> told("There is news about what you told us", "Something has happened about it.");
        };
    }

    private static Words told(String subject, String text) {
        return new Words("What you told us", subject, text);
    }

    private static Words did(String subject, String text) {
        return new Words("You said, we did", subject, text);
    }
}
