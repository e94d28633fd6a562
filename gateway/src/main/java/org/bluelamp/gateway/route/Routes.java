package org.bluelamp.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.AfterFilterFunctions.removeResponseHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.CircuitBreakerFilterFunctions.circuitBreaker;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import java.util.Arrays;
import org.bluelamp.gateway.GatewayProperties;
import org.bluelamp.gateway.signin.TokenRelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Hands each request to the service its address belongs to. What a browser says about its rights stays here: services
 * get no cookies and no {@code Authorization} but the one the gateway vouches for, and set no cookies.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(GatewayProperties properties, PageCache pages, TokenRelay tokens) {
        return Arrays.stream(Service.values())
                .map(service -> route(service.id())
                        .route(addresses(service), http())
                        .before(Callbacks::keepKey)
                        .before(removeRequestHeader(HttpHeaders.AUTHORIZATION))
                        .before(removeRequestHeader(HttpHeaders.COOKIE))
                        .after(removeResponseHeader(HttpHeaders.SET_COOKIE))
                        .filter(pages)
                        .filter(tokens)
                        .filter(Failures::sorted)
                        .filter(circuitBreaker(service.id(), Unavailable.PATH + service.id()))
                        .before(uri(properties.services().of(service)))
                        .build())
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static RequestPredicate addresses(Service service) {
        return service.paths().stream()
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }
}
