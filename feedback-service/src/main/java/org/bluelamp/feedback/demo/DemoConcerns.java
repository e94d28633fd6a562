package org.bluelamp.feedback.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.AreaArrived;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.ContactDetails;
import org.bluelamp.feedback.cases.Received;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.concern.Draft.Faulty;
import org.bluelamp.feedback.concern.Draft.InOrder;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Raises a few invented concerns, so that there is something to look at: those of a neighbourhood when it is heard of,
 * and at the start those of the neighbourhoods known already. Each is raised once, however often that happens.
 */
@Component
@ConditionalOnProperty(name = "bluelamp.demo-data", havingValue = "true")
class DemoConcerns {

    private static final StaffMember SERGEANT =
            new StaffMember("demo-data", "Demo data", Set.of(Role.SERGEANT), Set.of(new AreaCode("hertfordshire")));

    private static final String ANSWER = """
            Thank you for telling us. The team has read it, and it counts when the neighbourhood's next priorities are \
            picked. If it goes on or gets worse, write to us again on this page.""";

    private final List<DemoConcern> concerns;
    private final Areas areas;
    private final Themes themes;
    private final Intake intake;
    private final CaseDesk desk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoConcerns(
            JsonMapper json,
            Areas areas,
            Themes themes,
            Intake intake,
            CaseDesk desk,
            TransactionTemplate transaction,
            Clock clock)
            throws IOException {
        try (InputStream file = new ClassPathResource("demo/concerns.json").getInputStream()) {
            this.concerns = json.readValue(file, new TypeReference<List<DemoConcern>>() {});
        }
        this.areas = areas;
        this.themes = themes;
        this.intake = intake;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A neighbourhood was heard of; its concerns come before the priorities that they led to. */
    @EventListener
    @Order(1)
    void on(AreaArrived event) {
        raise(event.area());
    }

    /** The demo was switched on after the neighbourhoods had arrived. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void onStart() {
        concerns.stream()
                .map(concern -> new AreaCode(concern.area()))
                .distinct()
                .forEach(code -> areas.area(code).ifPresent(this::raise));
    }

    private void raise(Area area) {
        concerns.stream()
                .filter(concern -> concern.area().equals(area.code().value()))
                .forEach(concern -> raise(area, concern));
    }

    private void raise(Area area, DemoConcern demo) {
        Draft draft = new Draft(area.code(), demo.themes(), demo.text(), demo.place(), demo.times(), demo.effect());
        switch (draft.check(themes.all())) {
            case InOrder(var submission) -> {
                Instant at = clock.instant().minus(Duration.ofDays(demo.daysAgo()));
                transaction.executeWithoutResult(status -> {
                    Intake.Receipt receipt = intake.take(
                            submission,
                            Intake.From.form("demo " + demo.key(), submission, ContactDetails.NONE, null),
                            at);
                    if (at.isBefore(clock.instant().minus(Duration.ofDays(2)))) {
                        answer(receipt.reference(), at.plus(Duration.ofDays(1)), demo.key());
                    }
                });
            }
            case Faulty(var faults) ->
                throw new IllegalStateException("Demo concern " + demo.key() + " is wrong: " + faults);
        }
    }

    private void answer(Reference reference, Instant at, String key) {
        CaseDesk then = desk.at(Clock.fixed(at, ZoneOffset.UTC));
        if (then.find(SERGEANT, reference).orElseThrow() instanceof Received held) {
            then.answer(SERGEANT, reference, held.version(), ANSWER, "demo concern " + key);
        }
    }
}
