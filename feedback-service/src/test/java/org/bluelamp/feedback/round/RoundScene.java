package org.bluelamp.feedback.round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.survey.Asked;
import org.bluelamp.feedback.survey.Branch;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A neighbourhood whose sergeant plans rounds, and words for what happens in them. */
public abstract class RoundScene extends FeedbackTest {

    protected static final StaffMember SAM = new StaffMember(
            "sam", "Sam", Set.of(Role.SERGEANT, Role.OFFICER), Set.of(new AreaCode("hertfordshire/stevenage")));

    protected static final Survey SURVEY = new Survey(List.of(
            new Question(
                    1,
                    "Do you feel safe after dark?",
                    "",
                    true,
                    new Asked.Choice(List.of("Yes", "No", "It depends")),
                    null),
            new Question(2, "Where not?", "", false, new Asked.Place(), new Branch(1, 2)),
            new Question(
                    3,
                    "What should we work on?",
                    "",
                    false,
                    new Asked.Ranking(List.of("Burglary", "Speeding", "Noise")),
                    null),
            new Question(4, "Anything else?", "", false, new Asked.Text(), null)));

    @Autowired
    protected Rounds rounds;

    @Autowired
    protected RoundDesk desk;

    @Autowired
    private Outbox outbox;

    @Autowired
    private AuditTrail audit;

    @Autowired
    protected TransactionTemplate transaction;

    @BeforeEach
    void noRounds() {
        jdbc.sql("truncate round cascade").update();
        hertfordshireIsKnown();
    }

    protected static LocalDate today() {
        return LondonTime.date(Clock.systemUTC().instant());
    }

    /** A round that is planned from tomorrow for four weeks. */
    protected Round planned() {
        return plannedFrom(today().plusDays(1), today().plusDays(28));
    }

    protected Round plannedFrom(LocalDate first, LocalDate last) {
        Plan plan = new Plan(
                RoundId.next(),
                new AreaCode(STEVENAGE_NORTH),
                "What now?",
                "We want to know.",
                List.of("Old Town", "Symonds Green"),
                new Period(first, last),
                Survey.EMPTY);
        Round round = desk.plan(SAM, plan);
        return desk.ask(SAM, round.id(), round.version(), SURVEY);
    }

    /** A round that is open. */
    protected Open open() {
        Round round = planned();
        days(1, round.id());
        return (Open) rounds.find(round.id()).orElseThrow();
    }

    protected Closed closed(Open round) {
        return (Closed) desk.close(SAM, round.id(), round.version(), "The test is over");
    }

    /** What the days do, so many days later. */
    protected void days(int later, RoundId round) {
        Instant then = Clock.systemUTC().instant().plus(Duration.ofDays(later));
        transaction.executeWithoutResult(
                status -> new RoundDesk(rounds, outbox, audit, Clock.fixed(then, ZoneOffset.UTC)).doWhatIsDue(round));
    }
}
