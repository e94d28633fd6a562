package org.bluelamp.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a cookie away that can name no session of ours, so that the database is never asked for what anybody may have
 * written there: some of it, such as a byte of nought, it refuses, which looks like a fault of its own.
 */
@Component
@Order(UnlikelySession.AROUND_SPRING_SESSION)
class UnlikelySession extends OncePerRequestFilter {

    static final int AROUND_SPRING_SESSION = SessionsAway.AROUND_SPRING_SESSION - 1;

    /** What Spring Session makes: a random UUID. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final String cookie;

    UnlikelySession(@Value("${server.servlet.session.cookie.name}") String cookie) {
        this.cookie = cookie;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Likely(request), response);
    }

    private boolean isLikely(Cookie sent) {
        return !sent.getName().equals(cookie)
                || ID.matcher(decoded(sent.getValue())).matches();
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    private final class Likely extends HttpServletRequestWrapper {

        Likely(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            Cookie[] all = super.getCookies();
            return all == null
                    ? null
                    : Arrays.stream(all).filter(UnlikelySession.this::isLikely).toArray(Cookie[]::new);
        }
    }
}
