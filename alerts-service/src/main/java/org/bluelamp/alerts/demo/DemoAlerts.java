package org.bluelamp.alerts.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bluelamp.alerts.alert.AlertDesk;
import org.bluelamp.alerts.alert.AlertId;
import org.bluelamp.alerts.alert.Alerts;
import org.bluelamp.alerts.alert.Category;
import org.bluelamp.alerts.alert.Certainty;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.alert.Severity;
import org.bluelamp.alerts.alert.Target;
import org.bluelamp.alerts.alert.Urgency;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.messaging.BackgroundWork;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the demo alerts through the desk itself, as if it had been done over the last days, once the directory has told
 * of the areas they are for. One that is there already, in whatever state by now, is left alone; so is one that another
 * replica is sending at this moment.
 */
@Component
@ConditionalOnBooleanProperty("bluelamp.demo-data")
class DemoAlerts extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(DemoAlerts.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final AreaCode NORTH = new AreaCode("hertfordshire/stevenage/stevenage-north");
    private static final AreaCode WARE = new AreaCode("hertfordshire/east-herts/ware");
    private static final AreaCode WATFORD = new AreaCode("hertfordshire/watford/town-centre");

    private static final StaffMember OFFICER =
            new StaffMember("demo-data", "Demo data", Set.of(Role.OFFICER), Set.of(new AreaCode("hertfordshire")));

    private final AlertDesk desk;
    private final Alerts alerts;
    private final Areas areas;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoAlerts(AlertDesk desk, Alerts alerts, Areas areas, TransactionTemplate transaction, Clock clock) {
        super("demo-alerts");
        this.desk = desk;
        this.alerts = alerts;
        this.areas = areas;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void work() throws InterruptedException {
        while (!added()) {
            Thread.sleep(PAUSE);
        }
    }

    /** @return false when there is something still to do */
    private boolean added() {
        try {
            if (List.of(NORTH, WARE, WATFORD).stream()
                    .anyMatch(area -> areas.teamName(area).isEmpty())) {
                return false;
            }
            live();
            over();
            calledBack();
            return true;
        } catch (RuntimeException e) {
            log.warn("Demo alerts wait some seconds: {}", e.toString());
            return false;
        }
    }

    private void live() {
        var now = clock.instant();
        var first = new Content(
                "Tools stolen from vans in Stevenage North",
                "Five vans were broken into last night in the streets around the shops. The thieves opened the side doors.",
                Optional.of("Take tools out overnight, or park close to a wall. Call 101 if you saw something."),
                Category.SECURITY,
                Severity.MODERATE,
                Urgency.EXPECTED,
                Certainty.OBSERVED,
                new Target(new TreeSet<>(Set.of(NORTH)), Optional.empty(), true),
                List.of(),
                NORTH,
                now.plus(Duration.ofDays(30)),
                Optional.empty());
        add("vans", now.minus(Duration.ofHours(20)), first, Optional.empty());
    }

    private void over() {
        var sent = clock.instant().minus(Duration.ofDays(3));
        add(
                "road",
                sent,
                new Content(
                        "The High Street in Ware is closed",
                        "A lorry has lost its load. Nobody is hurt. The road is being cleared.",
                        Optional.of("Please use another way."),
                        Category.TRANSPORT,
                        Severity.MINOR,
                        Urgency.IMMEDIATE,
                        Certainty.OBSERVED,
                        new Target(
                                new TreeSet<>(Set.of(WARE)),
                                Optional.of(new Ground.Circle(51.811, -0.031, 400)),
                                false),
                        List.of(),
                        WARE,
                        sent.plus(Duration.ofHours(6)),
                        Optional.empty()),
                Optional.empty());
    }

    private void calledBack() {
        var sent = clock.instant().minus(Duration.ofDays(2));
        add(
                "callers",
                sent,
                new Content(
                        "Bogus callers in Watford town centre",
                        "Two people who say that they are from the water company ask to be let in.",
                        Optional.of("Do not let them in. Close the door and call 101."),
                        Category.SECURITY,
                        Severity.MODERATE,
                        Urgency.IMMEDIATE,
                        Certainty.LIKELY,
                        new Target(new TreeSet<>(Set.of(WATFORD)), Optional.empty(), true),
                        List.of(),
                        WATFORD,
                        sent.plus(Duration.ofDays(7)),
                        Optional.empty()),
                Optional.of("The callers were from the water company, which has confirmed it."));
    }

    private void add(String name, Instant sent, Content content, Optional<String> reason) {
        var id = new AlertId(UUID.nameUUIDFromBytes(("demo alert " + name).getBytes(StandardCharsets.UTF_8)));
        if (alerts.find(id).isPresent()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                var draft = at(sent.minus(Duration.ofMinutes(10))).write(OFFICER, id, content);
                var issued = at(sent).issue(OFFICER, id, draft.version());
                reason.ifPresent(why -> at(sent.plus(Duration.ofHours(1))).cancel(OFFICER, id, issued.version(), why));
            });
            log.info("Demo alert {} added", id);
        } catch (DuplicateKeyException beingAdded) {
            log.debug("Demo alert {} is being added elsewhere", id);
        }
    }

    private AlertDesk at(Instant time) {
        return desk.at(Clock.fixed(time, ZoneOffset.UTC));
    }
}
