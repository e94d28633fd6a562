package org.bluelamp.feedback.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.AreaArrived;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.concern.Desk;
import org.bluelamp.feedback.notice.Notices;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
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
 * Sets invented priorities through the desk itself, as if it had been done over the last months: those of a
 * neighbourhood when it is heard of, and at the start those of the neighbourhoods known already. Each is set once.
 */
@Component
@ConditionalOnProperty(name = "bluelamp.demo-data", havingValue = "true")
class DemoPriorities {

    private static final StaffMember SERGEANT =
            new StaffMember("demo-data", "Demo data", Set.of(Role.SERGEANT), Set.of(new AreaCode("hertfordshire")));

    private final List<DemoPriority> demo;
    private final Areas areas;
    private final Desk concerns;
    private final Priorities priorities;
    private final Outbox outbox;
    private final Notices notices;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoPriorities(
            JsonMapper json,
            Areas areas,
            Desk concerns,
            Priorities priorities,
            Outbox outbox,
            Notices notices,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock)
            throws IOException {
        try (InputStream file = new ClassPathResource("demo/priorities.json").getInputStream()) {
            this.demo = json.readValue(file, new TypeReference<List<DemoPriority>>() {});
        }
        this.areas = areas;
        this.concerns = concerns;
        this.priorities = priorities;
        this.outbox = outbox;
        this.notices = notices;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A neighbourhood was heard of; after its concerns are raised. */
    @EventListener
    @Order(2)
    void on(AreaArrived event) {
        set(event.area());
    }

    /** The demo was switched on after the neighbourhoods had arrived. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(2)
    void onStart() {
        demo.stream()
                .map(priority -> new AreaCode(priority.area()))
                .distinct()
                .forEach(code -> areas.area(code).ifPresent(this::set));
    }

    private void set(Area area) {
        demo.stream()
                .filter(priority -> priority.area().equals(area.code().value()))
                .forEach(priority -> transaction.executeWithoutResult(status -> set(area, priority)));
    }

    private void set(Area area, DemoPriority demo) {
        if (priorities.find(demo.id()).isPresent()) {
            return;
        }
        Priority made = desk(demo.setDaysAgo())
                .set(SERGEANT, demo.id(), area.code(), demo.words(), evidence(area, demo.theme()));
        if (demo.reviewedDaysAgo() != null && demo.progress() != null) {
            made = desk(demo.reviewedDaysAgo()).review(SERGEANT, made.id(), made.version(), demo.progress());
        }
        if (demo.endedDaysAgo() != null && demo.completed() != null) {
            desk(demo.endedDaysAgo()).complete(SERGEANT, made.id(), made.version(), demo.completed());
        }
        if (demo.endedDaysAgo() != null && demo.replaced() != null) {
            desk(demo.endedDaysAgo()).replace(SERGEANT, made.id(), made.version(), demo.replaced());
        }
    }

    private Set<Reference> evidence(Area area, @Nullable String theme) {
        return theme == null
                ? Set.of()
                : concerns.list(SERGEANT, area.code(), theme, null, false, false, 1).concerns().stream()
                        .map(Concern::reference)
                        .collect(Collectors.toSet());
    }

    private PriorityDesk desk(int daysAgo) {
        Clock then = Clock.fixed(clock.instant().minus(Duration.ofDays(daysAgo)), ZoneOffset.UTC);
        return new PriorityDesk(priorities, outbox, notices, audit, then);
    }
}
