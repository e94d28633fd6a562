package org.bluelamp.gateway.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The entrance is this machine, as the tests call from it; readers have the addresses that it tells. */
@TestPropertySource(properties = {"TRUSTED_PROXIES=127\\.0\\.0\\.1", "LIMIT_AT_ONCE=3"})
class RequestsAtOnceTest extends GatewayTest {

    private final List<Socket> dawdling = new ArrayList<>();

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void all_hang_up() throws IOException {
        for (Socket socket : dawdling) {
            socket.close();
        }
        await().until(() -> inHand(meters) == 0);
    }

    @Test
    void who_has_too_many_requests_in_hand_is_told_so_until_some_are_answered_and_others_are_served() throws Exception {
        dawdle(3, "203.0.113.21", "/alerts/x");

        int asked = NEWS.count();
        HttpResponse<String> refused = send(from("203.0.113.21", "/news"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("Too many requests");
        assertThat(NEWS.count()).isEqualTo(asked);
        assertThat(send(from("203.0.113.22", "/news")).statusCode()).isEqualTo(200);

        all_hang_up();
        for (int time = 0; time < 4; time++) {
            assertThat(send(from("203.0.113.21", "/news")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_network_of_addresses_is_one_caller() throws Exception {
        dawdle(2, "2001:db8:1:2::1", "/alerts/x");
        dawdle(1, "2001:db8:1:2::2", "/alerts/x");

        assertThat(send(from("2001:db8:1:2::3", "/news")).statusCode()).isEqualTo(429);
        assertThat(send(from("2001:db8:1:3::1", "/news")).statusCode()).isEqualTo(200);
    }

    @Test
    void leaving_quickly_is_never_refused_and_is_no_way_around_the_bound() throws Exception {
        dawdle(3, "203.0.113.23", "/leave");

        assertThat(send(from("203.0.113.23", "/leave")).statusCode()).isEqualTo(303);
        assertThat(send(from("203.0.113.23", "/leave").method("GET", HttpRequest.BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void an_entrance_that_nobody_named_is_not_shut_for_everybody() throws Exception {
        dawdle(5, "10.42.0.8", "/alerts/x");

        assertThat(send(from("10.42.0.8", "/news")).statusCode()).isEqualTo(200);
    }

    /** Requests that announce more than they send. */
    private void dawdle(int requests, String caller, String path) throws IOException {
        for (int request = 0; request < requests; request++) {
            dawdling.add(halfSent("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nX-Forwarded-For: " + caller
                    + "\r\nContent-Length: 100\r\n\r\nx"));
        }
        await().until(() -> inHand(meters) == dawdling.size());
    }

    private HttpRequest.Builder from(String caller, String path) {
        return to(path).header("X-Forwarded-For", caller);
    }
}
