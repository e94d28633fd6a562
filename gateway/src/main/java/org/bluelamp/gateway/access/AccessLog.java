package org.bluelamp.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
 * reader, no query, and not the secret part of a link.
 */
@Component
@Order(AccessLog.INSIDE_THE_TRACE)
class AccessLog extends OncePerRequestFilter {

    /** Spring Boot begins a trace at the highest precedence plus one. */
    static final int INSIDE_THE_TRACE = Ordered.HIGHEST_PRECEDENCE + 2;

    private static final Logger log = LoggerFactory.getLogger("org.bluelamp.access");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        String trace = MDC.get("traceId");
        boolean finished = false;
        try {
            chain.doFilter(request, response);
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
                        .log("{} {} {} {}ms trace={}", request.getMethod(), path, status, millis, trace);
            }
        }
    }
}
