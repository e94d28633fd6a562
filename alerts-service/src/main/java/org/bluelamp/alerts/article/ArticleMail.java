package org.bluelamp.alerts.article;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.bluelamp.alerts.meeting.Meetings;
import org.bluelamp.service.area.AreaCode;
import org.springframework.stereotype.Component;

/** Writes the mail that tells a follower of an article. */
@Component
class ArticleMail implements MailWriter {

    static final String KIND = "article";

    /** A meeting further off than this is no reason to make room in one's diary yet. */
    private static final Duration MEETINGS_WITHIN = Duration.ofDays(28);

    private final Articles articles;
    private final Areas areas;
    private final Meetings meetings;
    private final AlertLinks links;
    private final MailDesign design;
    private final Clock clock;
    private final String listId;

    ArticleMail(
            Articles articles,
            Areas areas,
            Meetings meetings,
            AlertLinks links,
            MailDesign design,
            SmtpServer server,
            Clock clock) {
        this.articles = articles;
        this.areas = areas;
        this.meetings = meetings;
        this.links = links;
        this.design = design;
        this.clock = clock;
        this.listId = ListHeaders.areasListId(server.domain());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String itemId) {
        return articles.find(itemId).map(article -> {
            var sender = sender(article);
            var caption = Area.inWords(areas.named(article.areas()));
            // Asked once for all mails of a moment.
            var met = nextMeetings();
            var names = areas.names();
            return delivery -> mail(article, sender, caption, met, names, delivery);
        });
    }

    private Mail mail(
            Article article,
            String sender,
            String caption,
            Map<AreaCode, String> met,
            AreaNames names,
            ClaimedDelivery delivery) {
        var unsubscribe = links.unsubscribe(delivery.subscriber());
        var paragraphs = new ArrayList<>(List.of(article.summary()));
        Optional.ofNullable(met.get(delivery.reasonArea())).ifPresent(paragraphs::add);
        var body = new MailBody(
                caption,
                article.title(),
                paragraphs,
                new MailBody.Link("Read the article", links.article(article.slug())),
                List.of(
                        "You are getting this email because you follow " + names.of(delivery.reasonArea()) + ".",
                        "Please do not reply to this email. Call 101 to report a crime, or 999 in an emergency."),
                List.of(
                        new MailBody.Link("Change the areas you follow", links.manage(delivery.subscriber())),
                        new MailBody.Link("Stop all these emails", unsubscribe)));
        return design.mail(sender, article.title(), body, ListHeaders.list(listId, unsubscribe));
    }

    /** Meetings are of neighbourhoods, so who follows a whole district is not told of one that may be far away. */
    private Map<AreaCode, String> nextMeetings() {
        var now = clock.instant();
        return meetings.next(now, now.plus(MEETINGS_WITHIN)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        next -> "Next time to meet your team: "
                                + next.getValue().inWords() + "."));
    }

    /** An article of one area comes from its team; a wider one from the force. */
    private String sender(Article article) {
        return article.areas().size() == 1
                ? areas.teamName(article.areas().getFirst()).orElse(design.siteName())
                : design.siteName();
    }
}
