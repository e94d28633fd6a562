package org.bluelamp.gateway.signin;

import jakarta.servlet.DispatcherType;
import java.util.HashSet;
import java.util.Set;
import org.bluelamp.gateway.defence.Defence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Three doors: the machine's own endpoints, the staff portal with sign-in, and everything else, which is public. */
@Configuration(proxyBeanMethods = false)
class SignIn {

    static final String CALLBACK = "/staff/sign-in/callback";

    static final String SIGNED_OUT = "/staff/signed-out";

    /** Spring Security appends the registration, so that the way in is {@code /staff/sign-in/with/keycloak}. */
    private static final String WITH = "/staff/sign-in/with";

    private static final String FAILED = "/staff/sign-in/failed";

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, Defence defence) {
        return defence.of(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .requestMatchers(fromNearby())
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain staff(
            HttpSecurity http,
            Defence defence,
            ClientRegistrationRepository registrations,
            @Value("${bluelamp.public-url}") String publicUrl) {
        OidcClientInitiatedLogoutSuccessHandler atKeycloakToo =
                new OidcClientInitiatedLogoutSuccessHandler(registrations);
        atKeycloakToo.setPostLogoutRedirectUri(publicUrl + SIGNED_OUT);
        atKeycloakToo.setDefaultTargetUrl(SIGNED_OUT);
        // A form cannot be sent again after signing in, so only pages are remembered.
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/staff/**"));
        return defence.of(http)
                .securityMatcher("/staff", "/staff/**", "/api/v1/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(SIGNED_OUT, FAILED, "/api/v1/**")
                        .permitAll()
                        .requestMatchers("/staff/operations/**")
                        .hasRole("OPERATOR")
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(WITH + "/" + KeycloakClient.REGISTRATION)
                        .authorizationEndpoint(endpoint -> endpoint.baseUri(WITH))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(CALLBACK))
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(rolesOfTheRealm()))
                        .defaultSuccessUrl("/staff")
                        .failureHandler(new SimpleUrlAuthenticationFailureHandler(FAILED)))
                .oauth2Client(client -> client.authorizationCodeGrant(code -> {}))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/staff/sign-out"))
                        .logoutSuccessHandler(atKeycloakToo))
                .requestCache(cache -> cache.requestCache(pages))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain everyone(HttpSecurity http, Defence defence) {
        return defence.of(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static GrantedAuthoritiesMapper rolesOfTheRealm() {
        return authorities -> {
            Set<GrantedAuthority> all = new HashSet<>(authorities);
            authorities.forEach(authority -> {
                if (authority instanceof OidcUserAuthority user) {
                    all.addAll(SignedIn.authorities(user.getIdToken()));
                }
            });
            return all;
        };
    }

    /** Metrics are for the collector in the same network, not for the world. */
    private static RequestMatcher fromNearby() {
        return new OrRequestMatcher(
                new IpAddressMatcher("127.0.0.0/8"),
                new IpAddressMatcher("10.0.0.0/8"),
                new IpAddressMatcher("172.16.0.0/12"),
                new IpAddressMatcher("192.168.0.0/16"),
                new IpAddressMatcher("::1"),
                new IpAddressMatcher("fc00::/7"));
    }
}
