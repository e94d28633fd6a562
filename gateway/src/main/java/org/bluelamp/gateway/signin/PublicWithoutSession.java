package org.bluelamp.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides sessions from everything public, so that a page of residents waits for no database even when a member of staff
 * reads it: Spring MVC looks for a session with every request. So it is with the page that says that the database of
 * sessions is away.
 */
@Component
@Order(PublicWithoutSession.INSIDE_SPRING_SESSION)
class PublicWithoutSession extends OncePerRequestFilter {

    static final int INSIDE_SPRING_SESSION = SessionRepositoryFilter.DEFAULT_ORDER + 1;

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        if (SessionsAway.says(request)) {
            return false;
        }
        // Decoded, as the rules of security see it.
        String path = request.getServletPath();
        return path.equals("/staff") || path.startsWith("/staff/") || path.startsWith("/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Sessionless(request), response);
    }

    private static final class Sessionless extends HttpServletRequestWrapper {

        Sessionless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            if (create) {
                throw new IllegalStateException("What is public has no sessions");
            }
            return null;
        }

        @Override
        public HttpSession getSession() {
            throw new IllegalStateException("What is public has no sessions");
        }

        @Override
        public @Nullable String getRequestedSessionId() {
            return null;
        }

        @Override
        public boolean isRequestedSessionIdValid() {
            return false;
        }
    }
}
