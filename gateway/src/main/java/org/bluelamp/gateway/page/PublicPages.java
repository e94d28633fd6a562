package org.bluelamp.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.bluelamp.gateway.GatewayProperties;
import org.bluelamp.gateway.signin.QuickExit;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a site says about itself, and the way out of it. */
@Controller
class PublicPages {

    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Pages pages;
    private final GatewayProperties properties;
    private final QuickExit exit;

    PublicPages(Pages pages, GatewayProperties properties, QuickExit exit) {
        this.pages = pages;
        this.properties = properties;
        this.exit = exit;
    }

    @GetMapping("/cookies")
    PageView cookies(HttpServletResponse response) {
        return page("gateway/cookies", "Cookies", response);
    }

    @GetMapping("/privacy")
    PageView privacy(HttpServletResponse response) {
        return page("gateway/privacy", "Privacy", response);
    }

    @GetMapping("/accessibility")
    PageView accessibility(HttpServletResponse response) {
        return page("gateway/accessibility", "Accessibility statement", response);
    }

    /** A plain link, so that it works without script; a session is ended, none is begun, and nothing is waited for. */
    @GetMapping("/leave")
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        exit.endSession(request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(properties.leaveTo())
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().cacheControl(AN_HOUR).body("""
                User-agent: *
                Disallow: /staff
                Disallow: /leave
                Disallow: /alerts/manage
                Disallow: /alerts/confirm
                Disallow: /alerts/unsubscribe

                Sitemap: %s/news/sitemap.xml
                """.formatted(
                        pages.site().publicUrl()));
    }

    private PageView page(String template, String title, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, AN_HOUR.getHeaderValue());
        return new PageView(template, pages.page(title));
    }
}
