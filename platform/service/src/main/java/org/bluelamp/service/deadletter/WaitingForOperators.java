package org.bluelamp.service.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.bluelamp.messaging.deadletter.DeadLetter;
import org.bluelamp.messaging.deadletter.DeadLetters;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.web.page.WaitingWork;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What of this service waits for an operator, for the portal's home page and the page of operations: dead letters, events
 * that are not announced, and queues from which nobody takes, the last two as this replica saw them last.
 */
@RestController
@StaffEndpoint(Role.OPERATOR)
class WaitingForOperators {

    /** From then on the alert rule OutboxGrows counts it as well. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final DeadLetters letters;
    private final MeterRegistry meters;
    private final String service;

    WaitingForOperators(DeadLetters letters, MeterRegistry meters, String service) {
        this.letters = letters;
        this.meters = meters;
        this.service = service;
    }

    @GetMapping("/staff/${spring.application.name}/operations")
    WaitingWork waiting() {
        return WaitingWork.of(
                WaitingWork.pressing(
                        letters.count(DeadLetter.State.WAITING),
                        "dead letter of " + service + " waits for a decision",
                        "dead letters of " + service + " wait for a decision",
                        "/staff/" + service + "/dead-letters"),
                outbox(),
                queues(
                        0,
                        "queue of " + service + " has nobody who takes from it",
                        "queues of " + service + " have nobody who takes from them"),
                queues(
                        Double.NaN,
                        "queue of " + service + " could not be looked at",
                        "queues of " + service + " could not be looked at"));
    }

    private WaitingWork.@Nullable Item outbox() {
        TimeGauge oldest = meters.find("bluelamp.outbox.oldest").timeGauge();
        Duration age = Duration.ofSeconds(oldest == null ? 0 : (long) oldest.value(TimeUnit.SECONDS));
        return age.compareTo(LATE) < 0
                ? null
                : new WaitingWork.Item(
                        "An event of " + service + " has waited to be announced for " + inWords(age),
                        "/staff/operations",
                        true);
    }

    private static String inWords(Duration age) {
        return age.toHours() < 2 ? age.toMinutes() + " minutes" : age.toHours() + " hours";
    }

    private WaitingWork.@Nullable Item queues(double consumers, String one, String many) {
        Collection<Gauge> queues = meters.find("bluelamp.queue.consumers").gauges();
        return WaitingWork.pressing(
                queues.stream()
                        .filter(queue -> Double.compare(queue.value(), consumers) == 0)
                        .count(),
                one,
                many,
                "/staff/operations");
    }
}
