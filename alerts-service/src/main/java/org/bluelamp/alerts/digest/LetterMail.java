package org.bluelamp.alerts.digest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.delivery.ClaimedDelivery;
import org.bluelamp.alerts.delivery.MailWriter;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.mail.SmtpServer;
import org.bluelamp.alerts.meeting.NextMeeting;
import org.bluelamp.service.area.AreaCode;
import org.springframework.stereotype.Component;

/** Puts a person's letter into words, at the moment it is sent. */
@Component
class LetterMail implements MailWriter {

    static final String KIND = "letter";

    /** Of one sort; who follows the whole county gets a letter that can be read. */
    private static final int MOST = 10;

    private final Letters letters;
    private final Areas areas;
    private final AlertLinks links;
    private final MailDesign design;
    private final String listId;

    LetterMail(Letters letters, Areas areas, AlertLinks links, MailDesign design, SmtpServer server) {
        this.letters = letters;
        this.areas = areas;
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
        var period = LocalDate.parse(itemId);
        var named = areas.all().stream().collect(Collectors.toMap(Area::code, Function.identity()));
        return Optional.of(delivery -> mail(period, named, delivery));
    }

    private Mail mail(LocalDate period, Map<AreaCode, Area> named, ClaimedDelivery delivery) {
        var items = letters.items(period, delivery.subscriber());
        if (items.isEmpty()) {
            // All of it was withdrawn meanwhile.
            throw new NothingToSend();
        }
        var reasons = items.stream().map(LetterItem::area).distinct().toList();
        var where = reasons.size() == 1 ? name(reasons.getFirst(), named) : "your areas";
        var heading = "What is new in " + where;
        var unsubscribe = links.unsubscribe(delivery.subscriber());
        var body = new MailBody(
                reasons.size() == 1 ? null : names(reasons, named),
                heading,
                List.of(),
                null,
                List.of(
                        "You are getting this letter because you follow " + names(reasons, named) + ".",
                        "Please do not reply to this email. Call 101 to report a crime, or 999 in an emergency."),
                List.of(
                        new MailBody.Link(
                                "Choose how often you hear from us, and about what",
                                links.manage(delivery.subscriber())),
                        new MailBody.Link("Stop all these emails", unsubscribe)),
                sections(items, named));
        var sender =
                reasons.size() == 1 ? areas.teamName(reasons.getFirst()).orElse(design.siteName()) : design.siteName();
        return design.mail(sender, heading, body, ListHeaders.list(listId, unsubscribe));
    }

    private List<MailBody.Section> sections(List<LetterItem> items, Map<AreaCode, Area> named) {
        var sections = new ArrayList<MailBody.Section>();
        for (var kind : LetterItem.Kind.values()) {
            var ofKind = items.stream().filter(item -> item.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                var more = ofKind.size() - MOST;
                sections.add(new MailBody.Section(
                        kind.heading(),
                        ofKind.stream()
                                .limit(MOST)
                                .map(item -> entry(item, named))
                                .toList(),
                        more > 0 ? "And " + more + " more on our website." : null));
            }
        }
        return sections;
    }

    private MailBody.Entry entry(LetterItem item, Map<AreaCode, Area> named) {
        var url = item.path() == null ? links.area(item.place()) : links.page(item.path());
        return switch (item.kind()) {
            case ALERT, ARTICLE -> new MailBody.Entry(item.title(), item.words(), url);
            case MEETING ->
                new MailBody.Entry(new NextMeeting(item.title(), item.words(), "", item.at()).inWords(), null, url);
            case PRIORITY ->
                new MailBody.Entry(
                        name(item.place(), named) + ": " + item.title(),
                        switch (item.status() == null ? "" : item.status()) {
                            case "completed" -> "Completed. " + said(item);
                            case "replaced" -> "No longer a priority. " + said(item);
                            case "continued" -> "What we did: " + said(item);
                            default -> (asked(item) + " " + said(item)).strip();
                        },
                        url);
        };
    }

    /** What neighbours said, as far as it is told: how many. */
    private static String asked(LetterItem item) {
        return switch (item.voices()) {
            case 0 -> "A new priority.";
            case 1 -> "A new priority, which a resident told us about.";
            default -> "A new priority: " + item.voices() + " residents told us about it.";
        };
    }

    private static String said(LetterItem item) {
        return item.words() == null ? "" : item.words();
    }

    private static String names(List<AreaCode> codes, Map<AreaCode, Area> named) {
        return codes.stream().map(code -> name(code, named)).collect(Collectors.joining(", "));
    }

    private static String name(AreaCode code, Map<AreaCode, Area> named) {
        var area = named.get(code);
        return area == null ? "your area" : area.fullName();
    }
}
