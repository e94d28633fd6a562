package org.bluelamp.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the gateway talks to services: many connections, little patience, and none for a service that keeps failing. */
@Configuration(proxyBeanMethods = false)
class ServiceClients {

    /** Apache's client holds 5 connections to a host by default, with which a gateway comes to a standstill. */
    static final int CONNECTIONS_PER_SERVICE = 400;

    /** All of them at once, so that services that hang leave the others theirs. */
    static final int CONNECTIONS = CONNECTIONS_PER_SERVICE * Service.values().length;

    private static final Timeout WAIT_FOR_A_CONNECTION = Timeout.ofSeconds(2);

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> connectionPool() {
        return builder -> builder.withConnectionManagerCustomizer(connections ->
                        connections.setMaxConnPerRoute(CONNECTIONS_PER_SERVICE).setMaxConnTotal(CONNECTIONS))
                .withConnectionConfigCustomizer(
                        connection -> connection.setValidateAfterInactivity(TimeValue.ofSeconds(1)))
                .withDefaultRequestConfigCustomizer(
                        request -> request.setConnectionRequestTimeout(WAIT_FOR_A_CONNECTION))
                .withHttpClientCustomizer(client -> client.setRetryStrategy(new OnceMoreOnAStaleConnection())
                        // What a service answers is passed on as it is.
                        .disableContentCompression()
                        .disableAuthCaching()
                        .disableDefaultUserAgent());
    }

    /** Opens after half of 20 calls failed, tries again after 5 seconds; {@link Failures} says what a failure is. */
    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> breakers() {
        CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(3)
                .ignoreException(failure -> !Failures.ofService(failure))
                .build();
        // Not reached: the client's own time-outs are shorter, and without a thread pool nothing could be cut off.
        TimeLimiterConfig limit = TimeLimiterConfig.custom()
                .timeoutDuration(Duration.ofSeconds(30))
                .build();
        return factory -> factory.configureDefault(id -> new Resilience4JConfigBuilder(id)
                .circuitBreakerConfig(breaker)
                .timeLimiterConfig(limit)
                .build());
    }

    /**
     * Repeats a request that is safe to repeat when the service had closed the connection meanwhile, as it does at a
     * restart. Answers are never repeated: Apache's own strategy would sit out a 503.
     */
    private static final class OnceMoreOnAStaleConnection extends DefaultHttpRequestRetryStrategy {

        OnceMoreOnAStaleConnection() {
            super(
                    1,
                    TimeValue.ZERO_MILLISECONDS,
                    List.of(
                            InterruptedIOException.class,
                            UnknownHostException.class,
                            ConnectException.class,
                            NoRouteToHostException.class,
                            SSLException.class),
                    List.of());
        }
    }
}
