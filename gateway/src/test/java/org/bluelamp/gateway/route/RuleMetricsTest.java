package org.bluelamp.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.bluelamp.gateway.GatewayTest;
import org.bluelamp.testing.RuleMetrics;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

class RuleMetricsTest extends GatewayTest {

    @LocalManagementPort
    private int management;

    @Test
    void every_metric_of_the_gateway_that_an_alert_rule_reads_is_there() throws Exception {
        send(to("/news"));
        String metrics = send(HttpRequest.newBuilder(
                        URI.create("http://localhost:" + management + "/actuator/prometheus")))
                .body();

        for (String prefix : List.of("resilience4j_", "gateway_", "hikaricp_connections")) {
            assertThat(RuleMetrics.startingWith(prefix))
                    .isNotEmpty()
                    .allSatisfy(metric -> assertThat(metrics).contains("\n" + metric + "{"));
        }
        assertThat(metrics)
                .containsPattern("resilience4j_circuitbreaker_state\\{[^}]*name=\"news\"[^}]*state=\"open\"")
                .containsPattern(
                        "resilience4j_circuitbreaker_calls_seconds_count\\{[^}]*kind=\"failed\"[^}]*name=\"news\"");
    }
}
