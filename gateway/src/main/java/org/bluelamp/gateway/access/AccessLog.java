package org.bluelamp.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.bluelamp.web.error.LoggedPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line for every request: method, path, status, milliseconds, trace. Nothing that names a person: no address of a
 * reader, no query, and not the secret part of a link that mails carry.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessLog extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger("org.bluelamp.access");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        Trace trace = Trace.begin();
        MDC.put("traceId", trace.id());
        boolean finished = false;
        try {
            chain.doFilter(new TracedRequest(request, trace), response);
            finished = true;
        } finally {
            long millis = (System.nanoTime() - start) / 1_000_000;
            String path = LoggedPath.of(request.getRequestURI());
            int status = finished ? response.getStatus() : 500;
            if (!path.startsWith("/actuator")) {
                log.atInfo()
                        .addKeyValue("method", request.getMethod())
                        .addKeyValue("path", path)
                        .addKeyValue("status", status)
                        .addKeyValue("millis", millis)
                        .log("{} {} {} {}ms trace={}", request.getMethod(), path, status, millis, trace.id());
            }
            MDC.remove("traceId");
        }
    }

    /** The request with our trace in place of the caller's. */
    private static final class TracedRequest extends HttpServletRequestWrapper {

        private final Trace trace;

        TracedRequest(HttpServletRequest request, Trace trace) {
            super(request);
            this.trace = trace;
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase(Trace.HEADER) ? trace.header() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(Trace.HEADER)
                    ? Collections.enumeration(List.of(trace.header()))
                    : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = new ArrayList<>(Collections.list(super.getHeaderNames()));
            names.removeIf(Trace.HEADER::equalsIgnoreCase);
            names.add(Trace.HEADER);
            return Collections.enumeration(names);
        }
    }
}
