package org.bluelamp.alerts.casenews;

import java.util.ArrayList;
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

/**
 * Writes to teams which answers are due or late, at the address that they give to everybody, at most once an hour.
 */
@Component
class TeamMails extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(TeamMails.class);

    /** What a mail names; the list in the portal has the rest. */
    private static final int NAMED = 30;

    private final TeamReminders reminders;
    private final StaffPost post;
    private final MailDesign design;
    private final AlertLinks links;
    private final Areas areas;
    private final CaseNewsSettings settings;

    TeamMails(
            TeamReminders reminders,
            StaffPost post,
            MailDesign design,
            AlertLinks links,
            Areas areas,
            CaseNewsSettings settings) {
        super("team-mails");
        this.reminders = reminders;
        this.post = post;
        this.design = design;
        this.links = links;
        this.areas = areas;
        this.settings = settings;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(settings.look());
            try {
                look();
            } catch (RuntimeException e) {
                log.warn("Teams are written to later: {}", e.toString());
            }
        }
    }

    /**
     * Writes to every team that is to be written to now. What no server takes waits for the end of its lease; what one
     * refuses for good is left to the list in the portal.
     */
    void look() {
        for (Optional<TeamReminders.Digest> next = reminders.claim(); next.isPresent(); next = reminders.claim()) {
            TeamReminders.Digest digest = next.get();
            try {
                post.send(digest.claim(), digest.inbox(), mail(digest));
            } catch (NotAccepted refusal) {
                log.warn("The mail to the team of {} was not taken: {}", digest.area(), refusal.code());
                if (!refusal.isForGood()) {
                    return;
                }
            }
            reminders.mailed(digest);
        }
    }

    private Mail mail(TeamReminders.Digest digest) {
        List<TeamReminders.Promise> late =
                digest.promises().stream().filter(TeamReminders.Promise::late).toList();
        List<TeamReminders.Promise> soon =
                digest.promises().stream().filter(one -> !one.late()).toList();
        List<String> count = new ArrayList<>();
        if (!late.isEmpty()) {
            count.add(number(late.size()) + " late");
        }
        if (!soon.isEmpty()) {
            count.add(number(soon.size()) + " due soon");
        }
        String team = areas.teamName(digest.area()).orElse(digest.area().value());
        String heading = String.join(", ", count);
        List<MailBody.Section> sections = new ArrayList<>();
        section(sections, "Late: promised within 72 hours and not answered", late);
        section(sections, "Due soon", soon);
        return design.mail(
                design.siteName(),
                heading + ": " + team,
                new MailBody(
                        team,
                        heading,
                        List.of("Residents were promised an answer within 72 hours. Anything you have answered since"
                                + " this email was written is no longer on the list."),
                        new MailBody.Link("Open the list", links.page("/staff/feedback/contacts")),
                        List.of("Your team gets this email because this is its address in the directory. It does not"
                                + " include anything residents wrote."),
                        List.of(),
                        sections),
                ListHeaders.personal());
    }

    private void section(List<MailBody.Section> sections, String heading, List<TeamReminders.Promise> promises) {
        if (promises.isEmpty()) {
            return;
        }
        sections.add(new MailBody.Section(
                heading,
                promises.stream()
                        .limit(NAMED)
                        .map(one -> new MailBody.Entry(
                                one.reference(),
                                Kinds.label(one.kind()) + ", answer due " + LondonTime.minute(one.dueAt()),
                                links.page("/staff/feedback/contacts/" + one.reference())))
                        .toList(),
                promises.size() > NAMED ? "And " + (promises.size() - NAMED) + " more on the list." : null));
    }

    private static String number(int answers) {
        return answers == 1 ? "1 answer" : answers + " answers";
    }
}
