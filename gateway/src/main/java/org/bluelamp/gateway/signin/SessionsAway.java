package org.bluelamp.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says to staff that the portal is not available right now while the database of their sessions is away, and gives them
 * back what they were sending. The page that says so looks for no session.
 */
@Component
@Order(SessionsAway.AROUND_SPRING_SESSION)
class SessionsAway extends OncePerRequestFilter {

    static final int AROUND_SPRING_SESSION = SessionRepositoryFilter.DEFAULT_ORDER - 1;

    private static final Logger log = LoggerFactory.getLogger(SessionsAway.class);
    private static final String MARK = SessionsAway.class.getName();
    private static final String RETRY_AFTER_SECONDS = "30";

    /** Whether the sessions were found to be away while this request was answered. */
    static boolean says(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !isAway(failure)) {
                throw failure;
            }
            log.warn("The database of sessions is away: {}", failure.getMessage());
            request.setAttribute(MARK, true);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    /** The gateway has no other database; what that refuses is a fault of ours, and it is not away. */
    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof TransientDataAccessResourceException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof QueryTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
