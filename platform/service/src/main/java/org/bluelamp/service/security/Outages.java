package org.bluelamp.service.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bluelamp.messaging.DatabaseAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers while a part that a service needs is away: "not available right now" with the time after which to try again
 * (RFC 9110, section 15.6.4), and not "something is wrong with us".
 */
final class Outages {

    private static final Logger log = LoggerFactory.getLogger(Outages.class);
    private static final String RETRY_AFTER_SECONDS = "30";

    private Outages() {}

    static void comeBackLater(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    static @Nullable ModelAndView resolve(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuntimeException failure && DatabaseAway.says(failure)) {
                log.warn("The database is away: {}", failure.getMessage());
                try {
                    comeBackLater(response);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return new ModelAndView();
            }
        }
        return null;
    }
}
