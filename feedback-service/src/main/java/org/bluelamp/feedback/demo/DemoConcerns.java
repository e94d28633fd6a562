package org.bluelamp.feedback.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.AreaArrived;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.concern.Draft.Faulty;
import org.bluelamp.feedback.concern.Draft.InOrder;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.area.AreaCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Raises a few invented concerns, so that there is something to look at: those of a neighbourhood when it is heard of,
 * and at the start those of the neighbourhoods known already. Each is raised once, however often that happens.
 */
@Component
@ConditionalOnProperty(name = "bluelamp.demo-data", havingValue = "true")
class DemoConcerns {

    private final List<DemoConcern> concerns;
    private final Areas areas;
    private final Themes themes;
    private final Intake intake;
    private final Clock clock;

    DemoConcerns(JsonMapper json, Areas areas, Themes themes, Intake intake, Clock clock) throws IOException {
        try (InputStream file = new ClassPathResource("demo/concerns.json").getInputStream()) {
            this.concerns = json.readValue(file, new TypeReference<List<DemoConcern>>() {});
        }
        this.areas = areas;
        this.themes = themes;
        this.intake = intake;
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
                intake.take(submission, SubmissionKey.ofForm("demo " + demo.key(), submission.content()), null, at);
            }
            case Faulty(var faults) ->
                throw new IllegalStateException("Demo concern " + demo.key() + " is wrong: " + faults);
        }
    }
}
