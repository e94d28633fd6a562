package org.bluelamp.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.bluelamp.gateway.GatewayTest;
import org.bluelamp.gateway.StubService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.ResourceAccessException;

@ExtendWith(OutputCaptureExtension.class)
class BreakerTest extends GatewayTest {

    private static final StubService FEEDBACK = new StubService("feedback");

    /** More than the ten after which a breaker decides. */
    private static final int MANY = 15;

    @Autowired
    private Resilience4JCircuitBreakerFactory breakers;

    @DynamicPropertySource
    static void feedback(DynamicPropertyRegistry properties) {
        properties.add("bluelamp.gateway.services.feedback", FEEDBACK::url);
    }

    @BeforeEach
    void all_is_well() throws Exception {
        FEEDBACK.answerAsUsual();
        send(to("/have-your-say"));
        breakers.getCircuitBreakerRegistry().getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void a_service_that_keeps_failing_is_asked_no_more_until_it_is_tried_again_and_the_others_go_on() throws Exception {
        FEEDBACK.hangUp();
        for (int reader = 0; reader < MANY; reader++) {
            assertThat(send(to("/have-your-say")).statusCode()).isEqualTo(503);
        }
        int asked = FEEDBACK.count();

        for (int reader = 0; reader < MANY; reader++) {
            assertThat(send(to("/have-your-say")).statusCode()).isEqualTo(503);
        }
        assertThat(FEEDBACK.count()).isEqualTo(asked);
        assertThat(send(to("/news")).statusCode()).isEqualTo(200);

        FEEDBACK.answerAsUsual();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        assertThat(send(to("/have-your-say")).statusCode()).isEqualTo(200));
        assertThat(FEEDBACK.count()).isGreaterThan(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/have-your-say", "/staff/feedback", "/"})
    void an_address_that_cannot_be_read_is_the_readers_mistake_and_takes_the_service_from_nobody(String path)
            throws Exception {
        int asked = FEEDBACK.count();
        for (int reader = 0; reader < MANY; reader++) {
            assertThat(sendRaw("GET " + path + "?a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("We could not understand that")
                    .contains("Content-Security-Policy");
        }

        assertThat(FEEDBACK.count()).isEqualTo(asked);
        assertThat(send(to("/have-your-say")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_program_is_told_with_problem_json_that_its_address_cannot_be_read() throws Exception {
        assertThat(sendRaw("GET /api/v1/feedback/areas?a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void a_form_that_cannot_be_read_is_refused_too() throws Exception {
        assertThat(sendRaw("POST /have-your-say/a/b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\na=%zz"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void readers_who_hang_up_while_sending_take_the_service_from_nobody(String type, CapturedOutput output)
            throws Exception {
        String path = "/have-your-say/" + type.replace('/', '-');
        for (int reader = 0; reader < MANY; reader++) {
            sendAndHangUp("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                    + "\r\nContent-Length: 100000\r\n\r\na=");
        }
        await().atMost(Duration.ofSeconds(15)).until(() -> output.getOut().split("POST " + path, -1).length > MANY);

        assertThat(send(to("/have-your-say")).statusCode()).isEqualTo(200);
        assertThat(output)
                .doesNotContain("Cannot forward")
                .doesNotContain("feedback does not answer")
                .doesNotContain("Servlet.service()");
    }

    @Test
    void a_lack_of_connections_of_our_own_is_no_failure_of_the_service() {
        assertThat(Failures.ofService(new ResourceAccessException(
                        "I/O error", new ConnectionRequestTimeoutException("Timeout deadline: 2000 MILLISECONDS"))))
                .isFalse();
        assertThat(Failures.ofService(new ResourceAccessException("I/O error", new IOException("Connection reset"))))
                .isTrue();
        assertThat(Failures.ofService(new IllegalArgumentException("our own slip")))
                .isFalse();
    }
}
