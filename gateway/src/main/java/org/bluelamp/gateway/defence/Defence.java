package org.bluelamp.gateway.defence;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import org.bluelamp.gateway.GatewayProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/**
 * What holds for every answer of the platform: the headers that tell a browser what our pages may do, and the refusal of
 * floods, of what cannot be read, and of what another site sends in a reader's name. Forms carry no tokens for that.
 */
@Component
public class Defence {

    private static final String NOT_NEEDED =
            "camera=(), microphone=(), payment=(), usb=(), browsing-topics=(), geolocation=(self)";

    private final RateLimits limits;
    private final CrossSiteDefence crossSite;
    private final String contentSecurityPolicy;

    Defence(
            GatewayProperties properties,
            @Value("${bluelamp.public-url}") URI publicUrl,
            @Value("${server.servlet.session.cookie.name}") String sessionCookie,
            MeterRegistry meters) {
        this.limits = new RateLimits(properties.limits(), meters);
        this.crossSite = new CrossSiteDefence(publicUrl, sessionCookie);
        this.contentSecurityPolicy = contentSecurityPolicy(properties.keycloak().issuer());
    }

    /** Puts the defences in front of a filter chain. */
    public HttpSecurity of(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(limits, HeaderWriterFilter.class)
                .addFilterAfter(new ReadableParameters(), RateLimits.class)
                .addFilterAfter(crossSite, ReadableParameters.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(contentSecurityPolicy))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(NOT_NEEDED))
                        // A browser needs no advice any more about what was a flaw of its own.
                        .xssProtection(HeadersConfigurer.XXssConfig::disable));
    }

    /** Signing out posts a form here and is sent on to Keycloak, which "form-action" must therefore allow. */
    private static String contentSecurityPolicy(URI keycloak) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "font-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "form-action 'self' " + keycloak.resolve("/").toString().replaceAll("/$", ""),
                "frame-ancestors 'none'",
                "base-uri 'none'");
    }
}
