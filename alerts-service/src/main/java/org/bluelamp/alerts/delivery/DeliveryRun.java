package org.bluelamp.alerts.delivery;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
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
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.channel.Providers;
import org.bluelamp.alerts.delivery.Writer.Written;
import org.bluelamp.alerts.practice.Practice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one batch by one channel: claims it, sends message by message over one connection, and has each outcome written
 * before the next. So a worker that dies leaves at most the message in its hands to be repeated, and everything else to
 * whoever claims it after the lease.
 *
 * @param <A> where the channel's messages go to
 * @param <M> what they are
 */
class DeliveryRun<A, M> {

    /** How long an item is taken for what it was. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(DeliveryRun.class);

    private final Channel<A, M> channel;
    private final Providers<A, M> providers;
    private final Deliveries deliveries;
    private final Outcomes outcomes;
    private final Map<String, Writer<M>> writers;
    private final Practice practice;
    private final DeliverySettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Counter unwritable;

    DeliveryRun(
            Channel<A, M> channel,
            Deliveries deliveries,
            Outcomes outcomes,
            Practice practice,
            DeliverySettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.channel = channel;
        this.providers = channel.providers();
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.writers = channel.writers().stream().collect(Collectors.toMap(Writer::kind, Function.identity()));
        this.practice = practice;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.unwritable = Counter.builder("alerts.deliveries.unwritable")
                .description("Attempts that ended before a message was handed to anybody, by a fault of ours")
                .tag("channel", channel.way().word())
                .register(meters);
    }

    Way way() {
        return channel.way();
    }

    /** How many workers are to run it. */
    Channel.Crew crew() {
        return channel.crew(settings);
    }

    /**
     * Works off one batch.
     *
     * @param last the last lane this worker carries
     * @param stopping asked between messages; when true, the rest is given back
     * @return how it went
     */
    Round once(Lane last, BooleanSupplier stopping) {
        if (!practice.enabled() && !providers.areThere()) {
            return new Round(0, true);
        }
        var claim = UUID.randomUUID();
        var claimedAt = clock.instant();
        var batch = deliveries.claim(channel.way(), claim, last, settings.batchSize(), settings.lease());
        var sending = new Sending(claim, claimedAt.plus(settings.lease()).minus(settings.leaseReserve()), stopping);
        sending.all(batch.toSend());
        if (batch.claimed() == 0) {
            providers.closeIdle();
        }
        return new Round(batch.claimed(), sending.serverAway);
    }

    /**
     * How a batch went.
     *
     * @param claimed how many deliveries were claimed; zero when there was nothing to do
     * @param serverAway whether no provider could be reached; what was not tried is given back and counts as no
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
    private record Looked<M>(Optional<? extends Written<M>> letter, boolean paused, Instant until) {}

    /** The state of one batch. */
    private final class Sending {

        private final UUID claim;
        private final Instant nothingFurtherAfter;
        private final BooleanSupplier stopping;
        private final Map<String, Looked<M>> letters = new HashMap<>();
        private Providers.@Nullable Connection<A, M> connection;
        private boolean serverAway;

        private Sending(UUID claim, Instant nothingFurtherAfter, BooleanSupplier stopping) {
            this.claim = claim;
            this.nothingFurtherAfter = nothingFurtherAfter;
            this.stopping = stopping;
        }

        private void all(List<ClaimedDelivery> toSend) {
            var rest = new ArrayList<>(toSend);
            try {
                while (!rest.isEmpty()
                        && !stopping.getAsBoolean()
                        && clock.instant().isBefore(nothingFurtherAfter)
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
                var message = looked.letter().get().to(delivery);
                var to = channel.open(delivery.subscriber(), delivery.sealedAddress());
                if (practice.simulates(to)) {
                    simulate(delivery);
                    return true;
                }
                if (!connect()) {
                    return false;
                }
                if (delivery.attempts() > 1) {
                    requireNonNull(connection).sendAgain(delivery.id(), to, message);
                } else {
                    requireNonNull(connection).send(delivery.id(), to, message);
                }
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
            } catch (Writer.NothingToSend nothing) {
                done(delivery, Outcome.cancelled(delivery.id(), claim));
                return true;
            } catch (RuntimeException fault) {
                // One letter that cannot be written must not hold up the others of the batch.
                unwritable.increment();
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
        private Looked<M> looked(ClaimedDelivery delivery) {
            return letters.compute(
                    delivery.kind() + ":" + delivery.itemId(),
                    (key, before) -> before != null && clock.instant().isBefore(before.until())
                            ? before
                            : new Looked<>(
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

        /** Whether to go on: in practice without a provider, as long as none was missed. */
        private boolean ready() {
            return practice.enabled() ? !serverAway : connect();
        }

        /** Makes sure there is a connection; false when no provider can be used. */
        private boolean connect() {
            if (connection == null) {
                try {
                    connection = providers.connect();
                } catch (NotAccepted away) {
                    serverAway = true;
                    meters.counter("alerts." + channel.way().word() + ".unreachable")
                            .increment();
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

    private Writer<M> writer(ClaimedDelivery delivery) {
        var writer = writers.get(delivery.kind());
        if (writer == null) {
            throw new IllegalStateException("Nobody writes a " + channel.way() + " of the kind " + delivery.kind());
        }
        return writer;
    }

    private void count(ClaimedDelivery delivery, DeliveryStatus outcome) {
        meters.counter("alerts.deliveries", "kind", delivery.kind(), "outcome", outcome.label())
                .increment();
    }
}
