package org.bluelamp.alerts.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.alert.ApprovalCalls.Call;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.mail.StaffPost;
import org.bluelamp.alerts.reach.HeadCount;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.messaging.BackgroundWork;
import org.bluelamp.web.page.LondonTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Tells those who can approve that an alert waits for them, at once and once more when it still waits later: the team in
 * whose name it goes out, and where it needs an approver, the mailbox of those.
 */
@Component
class ApprovalMails extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(ApprovalMails.class);
    private static final int TIMES = 2;

    private final ApprovalCalls calls;
    private final AlertDesk desk;
    private final Areas areas;
    private final AlertLinks links;
    private final MailDesign design;
    private final StaffPost post;
    private final Settings settings;

    ApprovalMails(
            ApprovalCalls calls,
            AlertDesk desk,
            Areas areas,
            AlertLinks links,
            MailDesign design,
            StaffPost post,
            Settings settings) {
        super("approval-mails");
        this.calls = calls;
        this.desk = desk;
        this.areas = areas;
        this.links = links;
        this.design = design;
        this.post = post;
        this.settings = settings;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(settings.look());
            try {
                look();
            } catch (RuntimeException e) {
                log.warn("Who can approve is told later: {}", e.toString());
            }
        }
    }

    /** Writes what is to be written now. What no server takes is tried again when its claim is over. */
    void look() {
        for (var next = calls.claim(); next.isPresent(); next = calls.claim()) {
            var call = next.get();
            var waiting = desk.waiting(call.alert());
            if (waiting.isEmpty()) {
                calls.end(call);
                continue;
            }
            try {
                tell(call, waiting.get());
            } catch (NotAccepted refusal) {
                log.warn(
                        "Who can approve {} was not told: {}",
                        waiting.get().alert().reference(),
                        refusal.code());
                if (!refusal.isForGood()) {
                    return;
                }
            }
            if (call.told() + 1 < TIMES) {
                calls.told(call, settings.again());
            } else {
                calls.end(call);
            }
        }
    }

    private void tell(Call call, Waiting waiting) throws NotAccepted {
        var inbox = inbox(waiting);
        if (inbox.isEmpty()) {
            log.warn(
                    "Nobody has a mailbox to be told that {} waits",
                    waiting.alert().reference());
            return;
        }
        post.send(call.claim(), inbox.get(), mail(waiting, call.told() > 0));
    }

    private Optional<MailAddress> inbox(Waiting waiting) {
        var team = areas.inbox(waiting.alert().content().sender());
        return waiting.needed() == Approval.APPROVER ? settings.mailbox().or(() -> team) : team.or(settings::mailbox);
    }

    private Mail mail(Waiting waiting, boolean again) {
        var content = waiting.content();
        var what = waiting.isUpdate() ? "An update to an alert" : "An alert";
        return design.mail(
                design.siteName(),
                (again ? "Still waiting: " : "Check and send: ") + content.headline(),
                new MailBody(
                        waiting.alert().reference().value(),
                        what + (again ? " is still waiting to be checked" : " is waiting to be checked"),
                        List.of(
                                "“" + content.headline() + "” would go to " + people(waiting.reach()) + " by email. "
                                        + waiting.needed().sentence(),
                                "The alert ends on " + LondonTime.minute(content.expires()) + "."),
                        new MailBody.Link(
                                "Check the alert",
                                links.page(
                                        "/staff/alerts/" + waiting.alert().id().value())),
                        List.of(
                                "You are getting this email because alerts that your team sends, or that need an approver,"
                                        + " are told to this address."),
                        List.of()),
                ListHeaders.personal());
    }

    private static String people(int reach) {
        return reach == 0 ? "nobody" : new HeadCount(reach).shown() + " people";
    }

    /**
     * Who is told.
     *
     * @param approvers the mailbox of those who approve what reaches very many; empty where teams are told of that too
     * @param look how often each replica looks whether somebody is to be told
     * @param again how long after the first mail another one goes out, if the alert still waits
     */
    @ConfigurationProperties("bluelamp.alerts.approval-mails")
    record Settings(
            @DefaultValue("") String approvers,
            @DefaultValue("15s") Duration look,
            @DefaultValue("1h") Duration again) {

        /** @throws IllegalArgumentException when the mailbox is no address */
        Settings {
            if (!approvers.isEmpty() && MailAddress.parse(approvers).isEmpty()) {
                throw new IllegalArgumentException(
                        "APPROVERS_MAIL is an address without a name, not \"" + approvers + "\"");
            }
        }

        Optional<MailAddress> mailbox() {
            return MailAddress.parse(approvers);
        }
    }
}
