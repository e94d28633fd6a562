package org.bluelamp.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a trace (W3C Trace Context) begin here: what a caller says of its own is not taken over, neither its number nor
 * its wish that all services write everything down.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnTrace extends OncePerRequestFilter {

    private static final Set<String> THEIRS = Set.of("traceparent", "tracestate", "baggage", "b3");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithoutTheirs(request), response);
    }

    private static boolean theirs(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return THEIRS.contains(name) || name.startsWith("x-b3-");
    }

    private static final class WithoutTheirs extends HttpServletRequestWrapper {

        WithoutTheirs(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return theirs(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return theirs(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !theirs(name))
                    .toList());
        }
    }
}
