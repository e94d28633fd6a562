package org.bluelamp.alerts.casenews;

import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.mail.StaffPost;
import org.bluelamp.messaging.BackgroundWork;
import org.bluelamp.web.page.LondonTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes to teams at once that a case speaks of danger, at the address that they give to everybody. */
@Component
class DangerMails extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(DangerMails.class);

    /** What a mail names; the list in the portal has the rest, on top. */
    private static final int NAMED = 30;

    private final DangerCalls calls;
    private final StaffPost post;
    private final MailDesign design;
    private final AlertLinks links;
    private final Areas areas;
    private final CaseNewsSettings settings;

    DangerMails(
            DangerCalls calls,
            StaffPost post,
            MailDesign design,
            AlertLinks links,
            Areas areas,
            CaseNewsSettings settings) {
        super("danger-mails");
        this.calls = calls;
        this.post = post;
        this.design = design;
        this.links = links;
        this.areas = areas;
        this.settings = settings;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(settings.dangerLook());
            try {
                look();
            } catch (RuntimeException e) {
                log.warn("Teams are called later: {}", e.toString());
            }
        }
    }

    /**
     * Writes to every team that is to be called now. What no server takes waits for the end of its lease; what one refuses
     * for good is left to the list in the portal and to the operators, who are called when nobody looks at it.
     */
    void look() {
        for (Optional<DangerCalls.Digest> next = calls.claim(); next.isPresent(); next = calls.claim()) {
            DangerCalls.Digest digest = next.get();
            try {
                post.send(digest.claim(), digest.inbox(), mail(digest));
            } catch (NotAccepted refusal) {
                log.warn("The call to the team of {} was not taken: {}", digest.area(), refusal.code());
                if (!refusal.isForGood()) {
                    return;
                }
            }
            calls.mailed(digest);
        }
    }

    private Mail mail(DangerCalls.Digest digest) {
        List<DangerCalls.Call> cases = digest.calls();
        String team = areas.teamName(digest.area()).orElse(digest.area().value());
        String heading = cases.size() == 1
                ? "A case that speaks of danger: read it now"
                : cases.size() + " cases that speak of danger: read them now";
        return design.mail(
                design.siteName(),
                heading + ": " + team,
                new MailBody(
                        team,
                        heading,
                        List.of(
                                "Somebody wrote words that may mean danger to life. If they do, call 999 or the control"
                                        + " room first and write afterwards.",
                                "Operators are told when nobody has taken, answered or written about such a case within"
                                        + " 30 minutes."),
                        new MailBody.Link("Open the list", links.page("/staff/feedback/contacts")),
                        List.of("Your team gets this email because this is its address in the directory. It does not"
                                + " include anything residents wrote."),
                        List.of(),
                        List.of(new MailBody.Section(
                                "Read at once",
                                cases.stream()
                                        .limit(NAMED)
                                        .map(one -> new MailBody.Entry(
                                                one.reference(),
                                                Kinds.label(one.kind()) + ", " + LondonTime.minute(one.at()),
                                                links.page("/staff/feedback/contacts/" + one.reference())))
                                        .toList(),
                                cases.size() > NAMED ? "And " + (cases.size() - NAMED) + " more on the list." : null))),
                ListHeaders.personal());
    }
}
