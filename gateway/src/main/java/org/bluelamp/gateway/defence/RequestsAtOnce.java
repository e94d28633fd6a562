package org.bluelamp.gateway.defence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import org.bluelamp.gateway.GatewayProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many requests one caller has in hand at the same moment, so that who sends or reads slowly leaves others their
 * share of what all have in common: connections to services, and memory for bodies. {@link RateLimits} counts what has
 * arrived; this stands where bodies are still on their way. Whom it cannot tell apart it does not bound, as there.
 */
@Component
@Order(RequestsAtOnce.BEFORE_BODIES_ARE_READ)
class RequestsAtOnce extends OncePerRequestFilter {

    /** Inside the access log, and in front of the guard that reads bodies at the highest precedence plus ten. */
    static final int BEFORE_BODIES_ARE_READ = Ordered.HIGHEST_PRECEDENCE + 5;

    private static final String RETRY_AFTER_SECONDS = "1";

    private final ConcurrentHashMap<String, Integer> inHand = new ConcurrentHashMap<>();
    private final int most;

    RequestsAtOnce(GatewayProperties properties) {
        this.most = properties.limits().atOnce();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller = Caller.of(request).id();
        if (caller == null || leavesQuickly(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (inHand.merge(caller, 1, Integer::sum) <= most) {
                chain.doFilter(request, response);
            } else {
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            }
        } finally {
            inHand.computeIfPresent(caller, (who, requests) -> requests == 1 ? null : requests - 1);
        }
    }

    /** With a body it would be a way around. */
    private static boolean leavesQuickly(HttpServletRequest request) {
        return request.getServletPath().equals("/leave")
                && request.getContentLengthLong() <= 0
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }
}
