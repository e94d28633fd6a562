package org.bluelamp.feedback.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bluelamp.feedback.area.AreaArrived;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.ContactDraft.Faulty;
import org.bluelamp.feedback.cases.ContactDraft.InOrder;
import org.bluelamp.feedback.cases.ContactIntake;
import org.bluelamp.feedback.cases.Received;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a few invented messages to teams, so that officers have something to answer: those of a neighbourhood when it is
 * heard of, and at the start those of the neighbourhoods known already. Each is sent once.
 */
@Component
@ConditionalOnProperty(name = "bluelamp.demo-data", havingValue = "true")
class DemoMessages {

    private static final StaffMember SERGEANT =
            new StaffMember("demo-data", "Demo data", Set.of(Role.SERGEANT), Set.of(new AreaCode("hertfordshire")));

    private final List<DemoMessage> demo;
    private final Areas areas;
    private final ContactIntake intake;
    private final CaseDesk desk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoMessages(
            JsonMapper json,
            Areas areas,
            ContactIntake intake,
            CaseDesk desk,
            TransactionTemplate transaction,
            Clock clock)
            throws IOException {
        try (InputStream file = new ClassPathResource("demo/messages.json").getInputStream()) {
            this.demo = json.readValue(file, new TypeReference<List<DemoMessage>>() {});
        }
        this.areas = areas;
        this.intake = intake;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A neighbourhood was heard of. */
    @EventListener
    void on(AreaArrived event) {
        send(event.area().code());
    }

    /** The demo was switched on after the neighbourhoods had arrived. */
    @EventListener(ApplicationReadyEvent.class)
    void onStart() {
        demo.stream()
                .map(message -> new AreaCode(message.area()))
                .distinct()
                .filter(code -> areas.area(code).isPresent())
                .forEach(this::send);
    }

    private void send(AreaCode area) {
        demo.stream()
                .filter(message -> message.area().equals(area.value()))
                .forEach(message -> transaction.executeWithoutResult(status -> send(message)));
    }

    private void send(DemoMessage demo) {
        switch (demo.draft().check()) {
            case InOrder(var message) -> {
                ContactIntake.Receipt receipt = intake.take(
                        message, demo.token(), null, clock.instant().minus(Duration.ofHours(demo.hoursAgo())));
                Case held = desk.find(SERGEANT, receipt.reference()).orElseThrow();
                if (demo.answer() != null && held instanceof Received) {
                    desk.answer(SERGEANT, held.reference(), held.version(), demo.answer(), demo.token());
                }
            }
            case Faulty(var faults) ->
                throw new IllegalStateException("Demo message " + demo.key() + " is wrong: " + faults);
        }
    }
}
