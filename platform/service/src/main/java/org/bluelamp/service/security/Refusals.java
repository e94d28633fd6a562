package org.bluelamp.service.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bluelamp.web.error.LoggedPath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.ModelAndView;

/** Answers for what is not allowed: they take the error path, which makes a page or problem JSON of them. */
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    private static String path(HttpServletRequest request) {
        return LoggedPath.of(request.getRequestURI());
    }

    static void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        log.debug("{} {} needs a member of staff", request.getMethod(), path(request), exception);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.sendError(HttpStatus.UNAUTHORIZED.value());
    }

    /** A token that nobody can check at this moment is not a wrong one: its bearer is asked to come back. */
    static void notSignedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof AuthenticationServiceException) {
            log.warn("No token can be checked: {}", exception.getMessage());
            Outages.comeBackLater(response);
        } else {
            signInFirst(request, response, exception);
        }
    }

    static void notAllowed(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        log.info("Refused {} {}: {}", request.getMethod(), path(request), exception.getMessage());
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    static @Nullable ModelAndView resolve(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!(exception instanceof AccessDeniedException denied)) {
            return null;
        }
        try {
            notAllowed(request, response, denied);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}
