package org.bluelamp.alerts.casenews;

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

/** Writes to teams at once that a case speaks of danger, at the address that they give to everybody. */
@Component
class DangerMails extends TeamMailing<DangerCalls.Call> {

    private final MailDesign design;
    private final AlertLinks links;
    private final Areas areas;

    DangerMails(
            DangerCalls calls,
            StaffPost post,
            MailDesign design,
            AlertLinks links,
            Areas areas,
            CaseNewsSettings settings) {
        super("danger-mails", calls, post, settings.dangerLook());
        this.design = design;
        this.links = links;
        this.areas = areas;
    }

    @Override
    Mail mail(TeamRows.Digest<DangerCalls.Call> digest) {
        List<DangerCalls.Call> cases = digest.rows();
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
                                more(cases.size())))),
                ListHeaders.personal());
    }
}
