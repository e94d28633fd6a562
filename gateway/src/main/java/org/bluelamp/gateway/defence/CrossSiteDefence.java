package org.bluelamp.gateway.defence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that change something and that another site made a browser send. Browsers say where a request comes
 * from and scripts cannot alter it: {@code Sec-Fetch-Site}, and in older browsers {@code Origin} (W3C Fetch Metadata;
 * OWASP, Cross-Site Request Forgery Prevention). A request that says neither does not come from a browser, such as a
 * mail client's one-click unsubscribe (RFC 8058); it passes unless it carries a session all the same.
 */
class CrossSiteDefence extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(CrossSiteDefence.class);

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final URI publicUrl;
    private final String sessionCookie;

    CrossSiteDefence(URI publicUrl, String sessionCookie) {
        this.publicUrl = publicUrl;
        this.sessionCookie = sessionCookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || comesFromUs(request)) {
            chain.doFilter(request, response);
        } else {
            log.info(
                    "Refused a {} sent by another site: Sec-Fetch-Site {}, Origin {}",
                    request.getMethod(),
                    request.getHeader("Sec-Fetch-Site"),
                    request.getHeader(HttpHeaders.ORIGIN));
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private boolean comesFromUs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            // "none": the reader's own doing, such as a reload of an answer.
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return isOurs(origin, request);
        }
        return !hasSession(request);
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        try {
            URI uri = URI.create(origin);
            return uri.getAuthority() != null
                    && (uri.getAuthority().equalsIgnoreCase(host)
                            || uri.getAuthority().equalsIgnoreCase(publicUrl.getAuthority()));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private boolean hasSession(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(sessionCookie)) {
                    return true;
                }
            }
        }
        return false;
    }
}
