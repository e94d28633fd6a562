package org.bluelamp.alerts.delivery;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.alerts.delivery.MailWriter.Letter;
import org.bluelamp.alerts.mail.MailServers;
import org.bluelamp.alerts.mail.NotAccepted;
import org.bluelamp.alerts.practice.Practice;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends one batch: claims it, sends mail by mail over one connection, and has each outcome written before the next mail.
 * So a worker that dies leaves at most the mail in its hands to be repeated, and everything else to whoever claims it
 * after the lease.
 */
@Component
class DeliveryRun {

    /** How long an item is taken for what it was. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(DeliveryRun.class);

    private final Deliveries deliveries;
    private final AddressVault vault;
    private final MailServers servers;
    private final Outcomes outcomes;
    private final Map<String, MailWriter> writers;
    private final Practice practice;
    private final DeliverySettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    DeliveryRun(
            Deliveries deliveries,
            AddressVault vault,
            MailServers servers,
            Outcomes outcomes,
            List<MailWriter> writers,
            Practice practice,
            DeliverySettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.vault = vault;
        this.servers = servers;
        this.outcomes = outcomes;
        this.writers = writers.stream().collect(Collectors.toMap(MailWriter::kind, Function.identity()));
        this.practice = practice;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Works off one batch.
     *
     * @param last the last lane this worker carries
     * @param stopping asked between mails; when true, the rest is given back
     * @return how it went
     */
    Round once(Lane last, BooleanSupplier stopping) {
        if (!practice.enabled() && !servers.areThere()) {
            return new Round(0, true);
        }
        var claim = UUID.randomUUID();
        var claimedAt = clock.instant();
        var batch = deliveries.claim(claim, last, settings.batchSize(), settings.lease());
        var sending = new Sending(claim, claimedAt.plus(settings.lease()).minus(settings.leaseReserve()), stopping);
        sending.all(batch.toSend());
        if (batch.claimed() == 0) {
            servers.closeIdle();
        }
        return new Round(batch.claimed(), sending.serverAway);
    }

    /**
     * How a batch went.
     *
     * @param claimed how many deliveries were claimed; zero when there was nothing to do
     * @param serverAway whether the mail server could not be reached; what was not tried is given back and counts as no
     *     attempt, for another look only helps once the server is back
     */
    record Round(int claimed, boolean serverAway) {}

    /**
     * What an item was when it was looked at.
     *
     * @param letter empty when it is no longer to be sent
     * @param paused whether somebody let it wait
     * @param until when to look again
     */
    private record Looked(Optional<Letter> letter, boolean paused, Instant until) {}

    /** The state of one batch. */
    private final class Sending {

        private final UUID claim;
        private final Instant noFurtherMailAfter;
        private final BooleanSupplier stopping;
        private final Map<String, Looked> letters = new HashMap<>();
        private MailServers.@Nullable Connection connection;
        private boolean serverAway;

        private Sending(UUID claim, Instant noFurtherMailAfter, BooleanSupplier stopping) {
            this.claim = claim;
            this.noFurtherMailAfter = noFurtherMailAfter;
            this.stopping = stopping;
        }

        private void all(List<ClaimedDelivery> toSend) {
            var rest = new ArrayList<>(toSend);
            try {
                while (!rest.isEmpty()
                        && !stopping.getAsBoolean()
                        && clock.instant().isBefore(noFurtherMailAfter)
                        && ready()) {
                    // Out of the rest before anything is done with it: what was sent and could not be noted is not
                    // given back to be sent at once, but waits for the lease.
                    var next = rest.removeFirst();
                    if (!one(next)) {
                        rest.addFirst(next);
                    }
                }
            } finally {
                leave();
                if (!rest.isEmpty()) {
                    deliveries.release(rest.stream().map(ClaimedDelivery::id).toList(), claim);
                }
            }
        }

        /** Sends one; false when there was nobody to hand it to, so that it is as if nothing had been. */
        private boolean one(ClaimedDelivery delivery) {
            try {
                var looked = looked(delivery);
                if (looked.paused()) {
                    deliveries.release(List.of(delivery.id()), claim);
                    return true;
                }
                if (looked.letter().isEmpty()) {
                    done(delivery, Outcome.cancelled(delivery.id(), claim));
                    return true;
                }
                var mail = looked.letter().get().to(delivery);
                var address = vault.open(delivery.subscriber(), delivery.sealedAddress());
                if (practice.simulates(address)) {
                    simulate(delivery);
                    return true;
                }
                if (!connect()) {
                    return false;
                }
                requireNonNull(connection).send(delivery.id(), address, mail);
            } catch (NotAccepted refusal) {
                if (refusal.isConnectionLost()) {
                    lose();
                }
                if (refusal.isNoTry()) {
                    return false;
                }
                if (refusal.isForGood()) {
                    done(
                            delivery,
                            Outcome.failedForGood(delivery.id(), claim, refusal.code(), refusal.isAddressRefused()));
                } else {
                    tryLater(delivery, refusal.code());
                }
                log.warn("Delivery {} was not accepted: {}", delivery.id(), refusal.code());
                return true;
            } catch (MailWriter.NothingToSend nothing) {
                done(delivery, Outcome.cancelled(delivery.id(), claim));
                return true;
            } catch (RuntimeException fault) {
                // One letter that cannot be written must not hold up the others of the batch.
                tryLater(delivery, fault.getClass().getSimpleName());
                log.error("Delivery {} could not be written", delivery.id(), fault);
                return true;
            }
            done(delivery, Outcome.sent(delivery.id(), claim));
            return true;
        }

        /**
         * An item as it was looked at a moment ago: what was called back, replaced or let wait meanwhile is not sent on
         * for the rest of the batch.
         */
        private Looked looked(ClaimedDelivery delivery) {
            return letters.compute(
                    delivery.kind() + ":" + delivery.itemId(),
                    (key, before) -> before != null && clock.instant().isBefore(before.until())
                            ? before
                            : new Looked(
                                    writer(delivery).letter(delivery.itemId()),
                                    deliveries.isPaused(delivery.kind(), delivery.itemId()),
                                    clock.instant().plus(LOOK_AGAIN)));
        }

        private void done(ClaimedDelivery delivery, Outcome outcome) {
            outcomes.write(outcome);
            count(delivery, outcome.status());
        }

        private void tryLater(ClaimedDelivery delivery, String failure) {
            var pause = settings.pauseAfter(
                    delivery.attempts(), ThreadLocalRandom.current().nextDouble());
            done(delivery, Outcome.failedForNow(delivery.id(), claim, failure, pause));
        }

        private void simulate(ClaimedDelivery delivery) {
            var simulated = practice.outcome(delivery.id(), delivery.attempts());
            switch (simulated) {
                case ACCEPTED -> done(delivery, Outcome.simulated(delivery.id(), claim, simulated.mark()));
                case REFUSED -> done(delivery, Outcome.failedForGood(delivery.id(), claim, simulated.mark(), false));
                case DELAYED -> tryLater(delivery, simulated.mark());
            }
        }

        /** Whether to go on: in practice without a server, as long as none was missed. */
        private boolean ready() {
            return practice.enabled() ? !serverAway : connect();
        }

        /** Makes sure there is a connection; false when no server can be used. */
        private boolean connect() {
            if (connection == null) {
                try {
                    connection = servers.connect();
                } catch (NotAccepted away) {
                    serverAway = true;
                    meters.counter("alerts.mail.unreachable").increment();
                }
            }
            return connection != null;
        }

        private void lose() {
            var open = connection;
            if (open != null) {
                open.lost();
                connection = null;
            }
        }

        private void leave() {
            var open = connection;
            if (open != null) {
                open.close();
                connection = null;
            }
        }
    }

    private MailWriter writer(ClaimedDelivery delivery) {
        var writer = writers.get(delivery.kind());
        if (writer == null) {
            throw new IllegalStateException("Nobody writes mails of the kind " + delivery.kind());
        }
        return writer;
    }

    private void count(ClaimedDelivery delivery, DeliveryStatus outcome) {
        meters.counter("alerts.deliveries", "kind", delivery.kind(), "outcome", outcome.label())
                .increment();
    }
}
