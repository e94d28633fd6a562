package org.bluelamp.gateway.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Remembers which page of the portal somebody wanted who has to sign in first. Their browser holds it and no session
 * does, so that whoever is not signed in leaves nothing in the database. What comes back is an address of the portal or
 * counts for nothing, so it leads nowhere else. A form cannot be sent again after signing in, so only pages are
 * remembered.
 */
final class WantedPage implements RequestCache {

    static final String COOKIE = "bluelamp-wanted";

    /** Signing in takes no longer than a session lasts before it. */
    private static final Duration LASTS = Duration.ofMinutes(10);

    /** Characters; a header holds 8 KB, and who wanted a longer address begins at the portal's home. */
    private static final int LONGEST = 1_500;

    private static final RequestMatcher PAGES = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/staff/**");

    private static final Pattern OF_THE_PORTAL = Pattern.compile("/staff(?:[/?][\\x21-\\x7e]*)?");

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String page = query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
        if (PAGES.matches(request) && page.length() <= LONGEST) {
            set(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8)),
                    LASTS,
                    request,
                    response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> page(cookie.getValue()))
                        .filter(page -> OF_THE_PORTAL.matcher(page).matches())
                        .findFirst()
                        .map(SimpleSavedRequest::new)
                        .orElse(null);
    }

    /** The page is asked for anew. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static String page(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    private static void set(String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/staff")
                        .maxAge(life)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
