package org.bluelamp.gateway.defence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bluelamp.gateway.GatewayProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how much one caller may ask of the public parts: a lot of reading, some sending, some signing in. Addresses of
 * callers are held in this process's memory only, for as long as a count lasts, and written down nowhere.
 *
 * <p>Not bounded are: assets, which cost nothing; leaving quickly; the portal for who has signed in, whom we know and who
 * sit behind one address by the hundreds; and callers with an address of a private network, which is an entrance that
 * {@code TRUSTED_PROXIES} does not name: to bound it would shut out everybody.
 */
final class RateLimits extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RateLimits.class);

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Mail programs unsubscribe for many people from few addresses (RFC 8058), and each of these links is a secret. */
    private static final Set<String> BY_SECRET = Set.of("/alerts/unsubscribe/", "/alerts/confirm/");

    /** Providers of mail and texts report from few addresses about everybody, and are known by a key. */
    private static final Set<String> OF_PROVIDERS = Set.of("/api/v1/alerts/bounces", "/api/v1/alerts/callbacks/");

    private static final int REPORTS_A_MINUTE = 30_000;

    private final Counts reads;
    private final Counts writes;
    private final Counts signIns;
    private final Counts reports = new Counts(REPORTS_A_MINUTE, Duration.ofMinutes(1));
    private final AtomicBoolean warned = new AtomicBoolean();
    private final Counter unbounded;

    RateLimits(GatewayProperties.Limits limits, MeterRegistry meters) {
        this.reads = new Counts(limits.reads(), Duration.ofMinutes(1));
        this.writes = new Counts(limits.writes(), Duration.ofMinutes(10));
        this.signIns = new Counts(limits.signIns(), Duration.ofMinutes(10));
        this.unbounded = Counter.builder("gateway.requests.unbounded")
                .description("Requests that no limit held for, because they came from a private network")
                .register(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Counts counts = counts(request);
        String caller = counts == null ? null : caller(request);
        if (counts == null || caller == null) {
            chain.doFilter(request, response);
            return;
        }
        ConsumptionProbe probe = counts.take(caller);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds =
                Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** What the request counts as; null for nothing. */
    private @Nullable Counts counts(HttpServletRequest request) {
        String path = request.getServletPath();
        if (path.startsWith("/staff/sign-in/")) {
            return signIns;
        }
        if (path.equals("/staff") || path.startsWith("/staff/")) {
            return isSignedIn(request) ? null : reads;
        }
        if (path.startsWith("/assets/") || path.equals("/leave")) {
            return null;
        }
        if (OF_PROVIDERS.stream().anyMatch(path::startsWith)) {
            return reports;
        }
        return READING.contains(request.getMethod()) || BY_SECRET.stream().anyMatch(path::startsWith) ? reads : writes;
    }

    /** A cookie alone says nothing: anybody can write one. */
    private static boolean isSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    /** Who asks; null when that cannot be told. */
    private @Nullable String caller(HttpServletRequest request) {
        Caller caller = Caller.of(request);
        if (caller.ofPrivateNetwork()) {
            unbounded.increment();
            if (warned.compareAndSet(false, true)) {
                log.warn(
                        "Requests come from a private network: limits hold only once TRUSTED_PROXIES names the entrance");
            }
        }
        return caller.id();
    }

    /** How much each caller has left of one kind. */
    private static final class Counts {

        /** A bucket takes about 300 bytes. Whoever is forgotten because there are more begins anew. */
        private static final int MOST_CALLERS = 100_000;

        private final Cache<String, Bucket> buckets;
        private final int requests;
        private final Duration period;

        Counts(int requests, Duration period) {
            this.requests = requests;
            this.period = period;
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(MOST_CALLERS)
                    .expireAfterAccess(period)
                    .build();
        }

        ConsumptionProbe take(String caller) {
            return buckets.get(
                            caller,
                            unknown -> Bucket.builder()
                                    .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, period))
                                    .build())
                    .tryConsumeAndReturnRemaining(1);
        }
    }
}
