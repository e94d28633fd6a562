package org.bluelamp.alerts.alert;

import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.alerts.MailBoxes;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of alerts have in common: who writes them, and what they type. */
public abstract class AlertStory extends AlertsTest {

    protected static final TestStaff OLIVE = staff("Olive Reed").as("officer").in(STEVENAGE_NORTH);
    protected static final TestStaff SAM = staff("Sam Hill").as("officer").in(STEVENAGE);
    protected static final TestStaff ERIN = staff("Erin Moss").as("editor").in(HERTFORDSHIRE);
    protected static final TestStaff ADA =
            staff("Ada Stone").as("administrator", "approver").in(HERTFORDSHIRE);
    protected static final TestStaff OSCAR = staff("Oscar Lane").as("officer").in(WATFORD);

    protected static final StaffMember COUNTY =
            new StaffMember("carla", "Carla Hay", Set.of(Role.OFFICER), Set.of(new AreaCode(HERTFORDSHIRE)));

    /** Who agrees to what {@link #COUNTY} may not send alone. */
    protected static final StaffMember CHIEF =
            new StaffMember("cleo", "Cleo Ash", Set.of(Role.APPROVER), Set.of(new AreaCode(HERTFORDSHIRE)));

    @Autowired
    protected AlertDesk desk;

    @Autowired
    protected Alerts alerts;

    /** References begin anew with each test, so nothing of the test before may be mistaken for this one's. */
    @BeforeEach
    void forgetWhatWasAnnounced() {
        jdbc.sql("delete from messaging.outbox where type like 'alerts.alert.%'")
                .update();
    }

    /** What an officer types about a gas leak in Stevenage North that ends tomorrow at six. */
    protected Map<String, Object> typed() {
        var tomorrow = LondonTime.date(clock.instant().plus(Duration.ofDays(1)));
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("headline", "Gas leak in Bedwell Crescent");
        typed.put("description", "A gas main has been damaged.");
        typed.put("instruction", "Leave now.");
        typed.put("category", "safety");
        typed.put("severity", "extreme");
        typed.put("urgency", "immediate");
        typed.put("certainty", "observed");
        typed.put("where", "areas");
        typed.put("areas", List.of(STEVENAGE_NORTH));
        typed.put("sender", STEVENAGE_NORTH);
        typed.put("expires.day", String.valueOf(tomorrow.getDayOfMonth()));
        typed.put("expires.month", String.valueOf(tomorrow.getMonthValue()));
        typed.put("expires.year", String.valueOf(tomorrow.getYear()));
        typed.put("expiresTime", "6pm");
        typed.put("until", "3");
        return typed;
    }

    /** What an officer of Stevenage North would send; for other areas if they are given. */
    protected Content content(String... areas) {
        var codes = areas.length == 0 ? List.of(STEVENAGE_NORTH) : List.of(areas);
        return new Content(
                "Gas leak in Bedwell Crescent",
                "A gas main has been damaged.",
                Optional.of("Leave now."),
                Category.SAFETY,
                Severity.EXTREME,
                Urgency.IMMEDIATE,
                Certainty.OBSERVED,
                new Target(
                        codes.stream().map(AreaCode::new).collect(Collectors.toCollection(TreeSet::new)),
                        Optional.empty(),
                        true),
                List.of(new Link("What to do when you smell gas", "https://www.example.org/gas")),
                new AreaCode(codes.getFirst()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(12)),
                Optional.empty());
    }

    /** The same with another headline. */
    protected static Content headed(String headline, Content content) {
        return new Content(
                headline,
                content.description(),
                content.instruction(),
                content.category(),
                content.severity(),
                content.urgency(),
                content.certainty(),
                content.target(),
                content.links(),
                content.sender(),
                content.expires(),
                content.worthSending());
    }

    /** The same about something that does not happen yet. */
    protected static Content later(Content content) {
        return new Content(
                content.headline(),
                content.description(),
                content.instruction(),
                content.category(),
                content.severity(),
                Urgency.FUTURE,
                content.certainty(),
                content.target(),
                content.links(),
                content.sender(),
                content.expires(),
                content.worthSending());
    }

    /** The same for other people. */
    protected static Content aimed(Target target, Content content) {
        return new Content(
                content.headline(),
                content.description(),
                content.instruction(),
                content.category(),
                content.severity(),
                content.urgency(),
                content.certainty(),
                target,
                content.links(),
                content.sender(),
                content.expires(),
                content.worthSending());
    }

    /** An alert that went out now, sent by an officer of the whole county. */
    protected Issued issued(Content content) {
        var draft = desk.write(COUNTY, AlertId.next(), content);
        if (desk.needed(content.target(), desk.estimate(content).reach()) == Approval.ALONE) {
            return desk.issue(COUNTY, draft.id(), draft.version());
        }
        return desk.issue(
                CHIEF,
                draft.id(),
                desk.submit(COUNTY, draft.id(), draft.version()).version());
    }

    /** An update of an alert that has gone out, by a second person where one is needed. */
    protected Issued updated(Issued alert, Content content) {
        var after = desk.update(COUNTY, alert.id(), alert.version(), content);
        return after.proposal().isPresent() ? desk.approveUpdate(CHIEF, after.id(), after.version()) : after;
    }

    /** The subjects of the emails that came for an address, the first one first. */
    protected static List<String> subjects(String address) {
        return MAIL.to(address).stream().map(MailBoxes.Received::subject).toList();
    }

    /** The data of the events of a type that this service announced, the earliest first. */
    protected List<String> events(String type) {
        return jdbc.sql("select data from messaging.outbox where type = :type order by position")
                .param("type", type)
                .query(String.class)
                .list();
    }
}
