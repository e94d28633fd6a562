package org.bluelamp.service.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.net.URL;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * The security of a service: access tokens of staff, no sessions, and for every handler the rule written on it. Requests
 * reach a service through the gateway, which has already refused cross-site ones; a service keeps no cookie that such a
 * request could misuse.
 */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration")
public class SecurityAutoConfiguration {

    @Bean
    SecurityFilterChain serviceSecurity(HttpSecurity http, EndpointRules rules) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                EndpointRequest.to(HealthEndpoint.class), EndpointRequest.to("info", "prometheus"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .denyAll()
                        .requestMatchers("/api/v1/*/openapi", "/api/v1/*/openapi.yaml")
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(authorities()))
                        .authenticationEntryPoint(Refusals::signInFirst)
                        .accessDeniedHandler(Refusals::notAllowed)
                        .withObjectPostProcessor(failuresOfTokens()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(Refusals::signInFirst)
                        .accessDeniedHandler(Refusals::notAllowed))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // The gateway sets the security headers; "no-store" holds for every answer that does not say otherwise.
                .headers(headers ->
                        headers.defaultsDisabled().cacheControl(cache -> {}).contentTypeOptions(options -> {}))
                .build();
    }

    private static JwtAuthenticationConverter authorities() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(StaffTokens::authorities);
        return converter;
    }

    @Bean
    EndpointRules endpointRules(ObjectProvider<HandlerMapping> mappings) {
        return new EndpointRules(mappings);
    }

    /** Stops the start of a service whose handlers do not all say who may call them. */
    @Bean
    EndpointRulesCheck endpointRulesCheck(List<RequestMappingInfoHandlerMapping> mappings) {
        return new EndpointRulesCheck(mappings);
    }

    @Bean
    WebMvcConfigurer staffMemberArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new StaffMemberArgument());
            }
        };
    }

    /** Before any advice, so that a refusal inside a handler looks like one at the door. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    HandlerExceptionResolver refusalsInHandlers() {
        return Refusals::resolve;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    HandlerExceptionResolver outagesInHandlers() {
        return Outages::resolve;
    }

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keysThatOutlastAnOutage(
            @Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri}") URL address) {
        JWKSource<SecurityContext> keys = Keys.at(address);
        return builder -> builder.jwtProcessorCustomizer(
                processor -> processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys)));
    }

    /** Spring Security answers 500 when no key can be had; the post-processor is its way to say otherwise. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresOfTokens() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(Refusals::notSignedIn);
                return filter;
            }
        };
    }
}
