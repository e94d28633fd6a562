package org.bluelamp.alerts.channel;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers of a channel in the order in which they are to be used: the first that answers as it should. A circuit
 * breaker watches each; it opens when messages are not taken at all or too slowly, and lets a few through again after a
 * while, so that a provider that is away costs nobody's time and one that is back is used again. That an address does not
 * exist says nothing about us, whoever signed up with it; where most messages are refused for other reasons, the provider
 * is left alone too, for then it is we who are refused.
 *
 * @param <A> where a message goes to
 * @param <M> what they take
 */
public class Providers<A, M> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Providers.class);

    private static final int LOOKED_AT = 40;
    private static final int AT_LEAST = 8;

    /** Half of a hundred messages are refused by no provider for their addresses. It is asked again by a few, after a while. */
    private static final CircuitBreakerConfig MOSTLY_REFUSED = CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(100)
            .minimumNumberOfCalls(40)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofMinutes(5))
            .enableAutomaticTransitionFromOpenToHalfOpen()
            .permittedNumberOfCallsInHalfOpenState(5)
            .build();

    private final List<Watched<A, M>> providers = new ArrayList<>();

    /** @param inOrder in the order of use, one at least */
    public Providers(List<Named<A, M>> inOrder, MeterRegistry meters) {
        var breakers = CircuitBreakerRegistry.ofDefaults();
        for (var named : inOrder) {
            providers.add(new Watched<>(
                    named.provider(),
                    breakers.circuitBreaker(named.name(), away(named.settings())),
                    breakers.circuitBreaker(named.name() + "-refusals", MOSTLY_REFUSED),
                    bucket(named.name(), named.settings().perSecond())));
        }
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    /**
     * A provider and how it is used.
     *
     * @param name also that of its metrics
     */
    public record Named<A, M>(String name, Provider<A, M> provider, ProviderSettings settings) {}

    /** It closes by itself to a few after a while: while it is open nobody asks, so nobody would find out. */
    private static CircuitBreakerConfig away(ProviderSettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(LOOKED_AT)
                .minimumNumberOfCalls(AT_LEAST)
                .failureRateThreshold(50)
                .slowCallRateThreshold(50)
                .slowCallDurationThreshold(settings.slowAfter())
                .waitDurationInOpenState(settings.away())
                .enableAutomaticTransitionFromOpenToHalfOpen()
                .permittedNumberOfCallsInHalfOpenState(AT_LEAST)
                .build();
    }

    private static @Nullable RateLimiter bucket(String name, int perSecond) {
        return perSecond == 0
                ? null
                : RateLimiter.of(
                        name,
                        RateLimiterConfig.custom()
                                .limitRefreshPeriod(Duration.ofSeconds(1).dividedBy(perSecond))
                                .limitForPeriod(1)
                                .timeoutDuration(Duration.ofMinutes(1))
                                .build());
    }

    /** Whether there is a provider that may be asked now; while there is none nothing needs claiming. */
    public boolean areThere() {
        return providers.stream().anyMatch(Watched::isThere);
    }

    /** @throws NotAccepted when no provider can be reached */
    public Connection<A, M> connect() throws NotAccepted {
        NotAccepted why = null;
        for (var watched : providers) {
            if (!watched.isThere() || !watched.breaker.tryAcquirePermission()) {
                continue;
            }
            var begin = System.nanoTime();
            try {
                var line = watched.provider.connect();
                watched.breaker.releasePermission();
                return new Connection<>(watched, line);
            } catch (NotAccepted away) {
                watched.breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, away);
                log.warn("The provider {} cannot be used: {}", watched.breaker.getName(), away.code());
                why = away;
            }
        }
        throw why == null ? NotAccepted.unreachable(new IllegalStateException()) : why;
    }

    /** Closes connections that nobody has used for a while. */
    public void closeIdle() {
        providers.forEach(watched -> watched.provider.closeOld());
    }

    /** Closes all connections that wait for the next batch. */
    @Override
    public void close() {
        providers.forEach(watched -> watched.provider.closeAll());
    }

    /** A connection to one of the providers; not for several threads at once. */
    public static final class Connection<A, M> implements AutoCloseable {

        private final Watched<A, M> watched;
        private final Line<A, M> line;
        private boolean lost;

        private Connection(Watched<A, M> watched, Line<A, M> line) {
            this.watched = watched;
            this.line = line;
        }

        /**
         * Hands one message to the provider. When this returns, the provider has taken responsibility for it.
         *
         * @throws NotAccepted when the provider did not take it, or counts as away by now, which is like a lost connection
         */
        public void send(UUID delivery, A to, M message) throws NotAccepted {
            watched(() -> line.send(delivery, to, message));
        }

        /**
         * The same for what was tried before, by somebody who may not have heard the answer.
         *
         * @throws NotAccepted as {@link #send}
         */
        public void sendAgain(UUID delivery, A to, M message) throws NotAccepted {
            watched(() -> line.sendAgain(delivery, to, message));
        }

        private void watched(Handing handing) throws NotAccepted {
            if (watched.bucket != null && !watched.bucket.acquirePermission()) {
                throw NotAccepted.notAsked();
            }
            if (!watched.refusals.tryAcquirePermission()) {
                throw NotAccepted.notAsked();
            }
            if (!watched.breaker.tryAcquirePermission()) {
                watched.refusals.releasePermission();
                throw NotAccepted.notAsked();
            }
            var begin = System.nanoTime();
            try {
                handing.hand();
                watched.breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
                watched.refusals.onSuccess(0, TimeUnit.NANOSECONDS);
            } catch (NotAccepted refusal) {
                if (refusal.isConnectionLost()) {
                    watched.breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, refusal);
                    watched.refusals.releasePermission();
                } else if (refusal.isPatience() || refusal.isAddressRefused()) {
                    watched.breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
                    watched.refusals.releasePermission();
                } else {
                    watched.breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
                    watched.refusals.onError(0, TimeUnit.NANOSECONDS, refusal);
                }
                throw refusal;
            } catch (RuntimeException fault) {
                watched.refusals.releasePermission();
                watched.breaker.releasePermission();
                throw fault;
            }
        }

        /** Says that the connection cannot be used any more; to close it after that changes nothing. */
        public void lost() {
            lost = true;
            line.close();
        }

        /** Leaves the connection to whoever sends next, unless it was lost. */
        @Override
        public void close() {
            if (!lost) {
                line.keep();
            }
        }
    }

    /** That a message is handed over. */
    private interface Handing {
        void hand() throws NotAccepted;
    }

    /**
     * A provider and what is known of it.
     *
     * @param breaker opens when it does not answer, or slowly
     * @param refusals opens when it refuses most messages: then the fault is ours, and nobody's address
     */
    private record Watched<A, M>(
            Provider<A, M> provider,
            CircuitBreaker breaker,
            CircuitBreaker refusals,
            @Nullable RateLimiter bucket) {

        private boolean isThere() {
            return breaker.getState() != CircuitBreaker.State.OPEN && refusals.getState() != CircuitBreaker.State.OPEN;
        }
    }
}
