package org.bluelamp.feedback.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.AreaArrived;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Period;
import org.bluelamp.feedback.round.Plan;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundDesk;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.survey.Answer;
import org.bluelamp.feedback.survey.Answers;
import org.bluelamp.feedback.survey.Asked;
import org.bluelamp.feedback.survey.Branch;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.feedback.voice.About;
import org.bluelamp.feedback.voice.AgeBand;
import org.bluelamp.feedback.voice.Ballot;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.feedback.voice.Voices;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds invented rounds in two neighbourhoods through the desk itself: two that are over, so that they can be compared,
 * and in one of them a third that is open. Each is held once; nobody is behind its voices.
 */
@Component
@ConditionalOnProperty(name = "bluelamp.demo-data", havingValue = "true")
class DemoRounds {

    private static final StaffMember SERGEANT =
            new StaffMember("demo-data", "Demo data", Set.of(Role.SERGEANT), Set.of(new AreaCode("hertfordshire")));
    private static final String NORTH = "hertfordshire/stevenage/stevenage-north";
    private static final String TOWN = "hertfordshire/watford/town-centre";
    private static final int VOICES = 80;

    private static final Survey SURVEY = new Survey(List.of(
            new Question(
                    1,
                    "How safe do you feel here after dark?",
                    "",
                    true,
                    new Asked.Scale("not safe at all", "very safe"),
                    null),
            new Question(
                    2,
                    "What have you seen in the last three months?",
                    "",
                    false,
                    new Asked.Several(List.of(
                            "Speeding", "Anti-social behaviour", "Drug dealing", "Shoplifting", "None of these")),
                    null),
            new Question(3, "Where does the speeding happen?", "", false, new Asked.Place(), new Branch(2, 1)),
            new Question(
                    4,
                    "What should the team work on?",
                    "",
                    true,
                    new Asked.Ranking(List.of("Speeding", "Anti-social behaviour", "Drug dealing", "Shoplifting")),
                    null),
            new Question(5, "Is there anything else the team should know?", "", false, new Asked.Text(), null)));

    private final Areas areas;
    private final Rounds rounds;
    private final Voices voices;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoRounds(
            Areas areas,
            Rounds rounds,
            Voices voices,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            TransactionTemplate transaction,
            Clock clock) {
        this.areas = areas;
        this.rounds = rounds;
        this.voices = voices;
        this.outbox = outbox;
        this.audit = audit;
        this.publisher = publisher;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A neighbourhood was heard of; after its concerns are raised. */
    @EventListener
    @Order(3)
    void on(AreaArrived event) {
        hold(event.area());
    }

    /** The demo was switched on after the neighbourhoods had arrived. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(3)
    void onStart() {
        for (String code : List.of(NORTH, TOWN)) {
            areas.area(new AreaCode(code)).ifPresent(this::hold);
        }
    }

    private void hold(Area area) {
        String code = area.code().value();
        if (code.equals(NORTH)) {
            hold(area, "What should we work on this autumn?", 150, 122, 2);
            hold(area, "What should we work on this winter?", 44, 16, 3);
        } else if (code.equals(TOWN)) {
            hold(area, "The town centre in the evening", 120, 92, 2);
            hold(area, "What should we work on next?", 6, -22, 4);
        }
    }

    /** From so many days ago until so many days ago; the future is before today. */
    private void hold(Area area, String title, int first, int last, int safer) {
        RoundId id = new RoundId(UUID.nameUUIDFromBytes(("demo round " + area.code() + title).getBytes(UTF_8)));
        transaction.executeWithoutResult(status -> {
            if (rounds.find(id).isPresent()) {
                return;
            }
            LocalDate today = LondonTime.date(clock.instant());
            Plan plan = new Plan(
                    id,
                    area.code(),
                    title,
                    "We want to know what troubles you where you live. What you answer decides, with the concerns that"
                            + " you raise, what we work on next.",
                    List.of(),
                    new Period(today.minusDays(first), today.minusDays(last)),
                    SURVEY);
            Round round = desk(first + 5).plan(SERGEANT, plan);
            desk(first + 5).ask(SERGEANT, id, round.version(), SURVEY);
            desk(first).doWhatIsDue(id);
            Open open = (Open) rounds.find(id).orElseThrow();
            answer(open, new Ballot(voices, rounds, audit, publisher, then(first - 1)), safer);
            if (last > 0) {
                desk(last - 1).doWhatIsDue(id);
            }
        });
    }

    private void answer(Open round, Ballot ballot, int safer) {
        Random random = new Random(round.id().value().getLeastSignificantBits());
        AgeBand[] ages = AgeBand.values();
        for (VoiceCode code : ballot.cards(SERGEANT, round, VOICES)) {
            ballot.take(
                    round.id(),
                    answers(random, safer),
                    new About(random.nextInt(5) == 0 ? null : ages[random.nextInt(ages.length)], null),
                    code,
                    SubmissionKey.ofForm(code.value(), ""),
                    null);
        }
        for (int i = 0; i < VOICES / 8; i++) {
            ballot.take(
                    round.id(),
                    answers(random, safer),
                    new About(null, null),
                    null,
                    SubmissionKey.ofForm("demo " + i, ""),
                    null);
        }
    }

    private static Answers answers(Random random, int safer) {
        SortedMap<Integer, Answer> answers = new TreeMap<>();
        answers.put(1, new Answer.Chosen(new TreeSet<>(Set.of(Math.clamp(safer + random.nextInt(3) - 1, 1, 5)))));
        TreeSet<Integer> seen = new TreeSet<>();
        for (int option = 1; option <= 4; option++) {
            if (random.nextInt(2 + option) < 2) {
                seen.add(option);
            }
        }
        if (seen.isEmpty()) {
            seen.add(5);
        }
        answers.put(2, new Answer.Chosen(seen));
        List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4));
        for (int i = 0; i < safer; i++) {
            Collections.swap(order, random.nextInt(4), random.nextInt(4));
        }
        answers.put(4, new Answer.Ranked(order));
        return new Answers(answers);
    }

    private RoundDesk desk(int daysAgo) {
        return new RoundDesk(rounds, outbox, audit, then(daysAgo));
    }

    private Clock then(int daysAgo) {
        return Clock.fixed(clock.instant().minus(Duration.ofDays(daysAgo)), ZoneOffset.UTC);
    }
}
