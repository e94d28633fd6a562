package org.bluelamp.alerts.article;

import java.util.List;
import java.util.Optional;
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
import org.bluelamp.web.page.LondonTime;
import org.springframework.stereotype.Component;

/**
 * Writes the mail that tells somebody that an article they were told of was withdrawn. It repeats none of its words,
 * which may be why it was withdrawn.
 */
@Component
class WithdrawalMail implements MailWriter {

    static final String KIND = "withdrawal";

    private final Articles articles;
    private final Areas areas;
    private final AlertLinks links;
    private final MailDesign design;
    private final String listId;

    WithdrawalMail(Articles articles, Areas areas, AlertLinks links, MailDesign design, SmtpServer server) {
        this.articles = articles;
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
        return articles.withdrawal(itemId).map(withdrawal -> {
            var where = Area.inWords(areas.named(withdrawal.areas()));
            return delivery -> mail(withdrawal, where, delivery);
        });
    }

    private Mail mail(Withdrawal withdrawal, String where, ClaimedDelivery delivery) {
        var unsubscribe = links.unsubscribe(delivery.subscriber());
        var heading = "We have withdrawn an article about " + where;
        var body = new MailBody(
                where,
                heading,
                List.of(
                        "On " + LondonTime.day(withdrawal.publishedAt())
                                + " we told you about an article. It has been withdrawn.",
                        "The reason: " + withdrawal.reason(),
                        "If you shared it, please delete what you shared."),
                new MailBody.Link("Read our latest news", links.news()),
                List.of(
                        "You are getting this email because we told you about the article.",
                        "Please do not reply to this email. Call 101 to report a crime, or 999 in an emergency."),
                List.of(
                        new MailBody.Link("Change the areas you follow", links.manage(delivery.subscriber())),
                        new MailBody.Link("Stop all these emails", unsubscribe)));
        return design.mail(design.siteName(), heading, body, ListHeaders.list(listId, unsubscribe));
    }
}
