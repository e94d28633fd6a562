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
                                "Whoever has the link can read what you told us. Do not pass this email on.",
                                "You get this email because you asked on that page for one when something happens.",
                                "Please do not answer this email: you can write to the team on the page. To report a crime"
                                        + " call 101, in an emergency call 999."),
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
                        "Your neighbourhood policing team has closed it and says why. If it is not solved, say so there.");
            case CaseMoved.LATE ->
                told(
                        "Our answer to you is late",
                        "We promised you an answer within 72 hours and have not kept that. You can ask on your page that a"
                                + " supervisor answers.");
            case "handed-over" ->
                told(
                        "Another team answers what you told us",
                        "It was handed over to the neighbourhood policing team that it is for, which answers you. Your page"
                                + " names the team and says by when.");
            case "handed-to-council" ->
                told(
                        "The council has what you told us",
                        "The council acts on it, the police cannot. Your page shows the council's reference, if it gave"
                                + " one.");
            case "priority-set" ->
                did(
                        "You said, we did: it led to a priority",
                        "What you told us is one of the reasons for something that your neighbourhood policing team has made"
                                + " a priority.");
            case "priority-progressed" ->
                did(
                        "You said, we did: there is progress",
                        "Your neighbourhood policing team tells what it has done and plans about a priority that you helped"
                                + " to set.");
            case "priority-completed" ->
                did(
                        "You said, we did: a priority is completed",
                        "Your neighbourhood policing team tells what came of a priority that you helped to set. If it is not"
                                + " solved, say so on your page.");
            case "priority-replaced" ->
                did(
                        "You said, we did: a priority was replaced",
                        "Your neighbourhood policing team has turned from a priority that you helped to set to something"
                                + " else, and says why.");
            case "priority-withdrawn" ->
                did(
                        "You said, we did: a priority was taken back",
                        "A priority that was said to come from what you told us was set by mistake, and has been taken"
                                + " back.");
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
