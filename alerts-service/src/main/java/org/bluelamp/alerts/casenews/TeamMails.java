package org.bluelamp.alerts.casenews;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.mail.StaffPost;
import org.bluelamp.web.page.LondonTime;
import org.springframework.stereotype.Component;

/**
 * Writes to teams which answers are due or late, at the address that they give to everybody, at most once an hour.
 */
@Component
class TeamMails extends TeamMailing<TeamReminders.Promise> {

    private final MailDesign design;
    private final AlertLinks links;
    private final Areas areas;

    TeamMails(
            TeamReminders reminders,
            StaffPost post,
            MailDesign design,
            AlertLinks links,
            Areas areas,
            CaseNewsSettings settings) {
        super("team-mails", reminders, post, settings.look());
        this.design = design;
        this.links = links;
        this.areas = areas;
    }

    @Override
    Mail mail(TeamRows.Digest<TeamReminders.Promise> digest) {
        List<TeamReminders.Promise> late =
                digest.rows().stream().filter(TeamReminders.Promise::late).toList();
        List<TeamReminders.Promise> soon =
                digest.rows().stream().filter(one -> !one.late()).toList();
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
                more(promises.size())));
    }

    private static String number(int answers) {
        return answers == 1 ? "1 answer" : answers + " answers";
    }
}
