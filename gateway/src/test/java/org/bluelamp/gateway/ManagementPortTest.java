package org.bluelamp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

class ManagementPortTest extends GatewayTest {

    @LocalManagementPort
    private int management;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/health/liveness", "/actuator/health/readiness"})
    void probes_and_the_collector_of_metrics_are_answered_at_a_port_of_their_own_and_nobody_elsewhere(String path)
            throws Exception {
        assertThat(send(HttpRequest.newBuilder(URI.create("http://localhost:" + management + path)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(to(path)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/", "/news", "/staff/signed-out"})
    void that_port_tells_nothing_else(String path) throws Exception {
        assertThat(send(HttpRequest.newBuilder(URI.create("http://localhost:" + management + path)))
                        .statusCode())
                .isEqualTo(404);
    }
}
