package org.bluelamp.gateway.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.bluelamp.gateway.defence.Defence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Three doors: the machine's own endpoints, which have a port of their own, the staff portal with sign-in, and everything
 * else, which is public.
 */
@Configuration(proxyBeanMethods = false)
class SignIn {

    static final String CALLBACK = "/staff/sign-in/callback";

    static final String SIGNED_OUT = "/staff/signed-out";

    /** Spring Security appends the registration, so that the way in is {@code /staff/sign-in/with/keycloak}. */
    private static final String WITH = "/staff/sign-in/with";

    static final String WAY_IN = WITH + "/" + KeycloakClient.REGISTRATION;

    private static final String FAILED = "/staff/sign-in/failed";

    /** How long a member of staff may do nothing and is still signed in. */
    private static final Duration SIGNED_IN = Duration.ofHours(1);

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, Defence defence) {
        return defence.of(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
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
        WantedPage wanted = new WantedPage();
        SavedRequestAwareAuthenticationSuccessHandler begin = new BeginOfDuty(wanted);
        begin.setDefaultTargetUrl("/staff");
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
                .oauth2Login(login -> login.loginPage(WAY_IN)
                        .authorizationEndpoint(endpoint -> endpoint.baseUri(WITH))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(CALLBACK))
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(rolesOfTheRealm()))
                        .successHandler(begin)
                        .failureHandler(new SimpleUrlAuthenticationFailureHandler(FAILED)))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(KeptForm.orElse(new LoginUrlAuthenticationEntryPoint(WAY_IN))))
                .oauth2Client(client -> client.authorizationCodeGrant(code -> {}))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/staff/sign-out"))
                        .logoutSuccessHandler(atKeycloakToo))
                .requestCache(cache -> cache.requestCache(wanted))
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

    /** Two requests of one session may write the same attribute at the same time; the later one wins. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer writeOver() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Before, a session lasts only as long as signing in may take: anybody can have one. */
    private static final class BeginOfDuty extends SavedRequestAwareAuthenticationSuccessHandler {

        private final WantedPage wanted;

        BeginOfDuty(WantedPage wanted) {
            this.wanted = wanted;
            setRequestCache(wanted);
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws ServletException, IOException {
            request.getSession().setMaxInactiveInterval((int) SIGNED_IN.toSeconds());
            wanted.removeRequest(request, response);
            super.onAuthenticationSuccess(request, response, authentication);
        }
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
}
