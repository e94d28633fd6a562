package org.bluelamp.gateway.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.gateway.GatewayTest;
import org.bluelamp.gateway.StubService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Whoever sends slowly holds a place of their own and nothing of a service. */
@TestPropertySource(
        properties = {
            "bluelamp.requests.patience=2s",
            "bluelamp.requests.held-at-once=256KB",
            "bluelamp.requests.uploads-at-once=3",
            "server.tomcat.connection-timeout=4s"
        })
class SlowBodiesTest extends GatewayTest {

    private static final StubService FEEDBACK = new StubService("feedback");

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    private final List<Socket> dawdling = new ArrayList<>();

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void feedback(DynamicPropertyRegistry properties) {
        properties.add("bluelamp.gateway.services.feedback", FEEDBACK::url);
    }

    @AfterEach
    void all_hang_up() throws IOException {
        for (Socket socket : dawdling) {
            socket.close();
        }
        await().until(() -> inHand(meters) == 0);
    }

    @ParameterizedTest
    @CsvSource({"GET, Content-Length: 1000", "POST, Transfer-Encoding: chunked"})
    void a_body_that_comes_a_byte_at_a_time_is_waited_for_only_so_long(String method, String length) throws Exception {
        String piece = length.endsWith("chunked") ? "1\r\nx\r\n" : "x";
        int asked = NEWS.count();
        Socket sender = dawdling(method, "/news/slow", "application/json", length, "");
        Thread dribble = Thread.startVirtualThread(() -> dribble(sender, piece));

        List<String> head = headOf(sender);

        assertThat(head).first().asString().startsWith("HTTP/1.1 408");
        assertThat(head).contains("Connection: close");
        assertThat(NEWS.count()).isEqualTo(asked);
        sender.close();
        dribble.join();
    }

    @Test
    void a_body_that_comes_in_pieces_and_in_time_reaches_the_service_whole() throws Exception {
        Socket sender = dawdling("POST", "/api/v1/news/articles", "application/json", "Content-Length: 5000", "");
        for (int piece = 0; piece < 10; piece++) {
            sender.getOutputStream().write(Integer.toString(piece).repeat(500).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(headOf(sender)).first().asString().startsWith("HTTP/1.1 200");
        assertThat(NEWS.last().body()).hasSize(5000).startsWith("000").endsWith("999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void what_all_bodies_hold_is_bounded_and_given_back(String type) throws Exception {
        String body = "a=" + "x".repeat(150_000);
        for (int time = 0; time < 4; time++) {
            assertThat(statusOf(type, body)).isEqualTo(200);
        }

        await().untilAsserted(() -> {
            // Again, should the second have been read faster than the first.
            all_hang_up();
            dawdling("POST", "/news/held", type, "Content-Length: 150003", body);
            int asked = NEWS.count();
            Socket next = dawdling("POST", "/news/held", type, "Content-Length: 150003", body);
            assertThat(headOf(next))
                    .contains("Retry-After: 10", "Connection: close")
                    .first()
                    .asString()
                    .startsWith("HTTP/1.1 503");
            assertThat(NEWS.count()).isEqualTo(asked);
        });
        // A short one finds room still.
        assertThat(statusOf(type, "a=b")).isEqualTo(200);

        all_hang_up();
        assertThat(statusOf(type, body)).isEqualTo(200);
    }

    @Test
    void large_uploads_pass_while_they_come_and_only_so_many_at_once() throws Exception {
        String parts = "multipart/form-data; boundary=cut";
        for (int sender = 0; sender < 3; sender++) {
            dawdling("POST", "/have-your-say/stevenage/bedwell", parts, "Content-Length: 300000", "--cut");
        }
        await().until(() -> inHand(meters) == 3);
        int asked = FEEDBACK.count();

        Socket next = dawdling("POST", "/have-your-say/stevenage/bedwell", parts, "Content-Length: 300000", "--cut");
        assertThat(headOf(next))
                .contains("Retry-After: 10", "Connection: close")
                .first()
                .asString()
                .startsWith("HTTP/1.1 429");
        assertThat(FEEDBACK.count()).isEqualTo(asked);
        assertThat(send(to("/have-your-say")).statusCode()).isEqualTo(200);

        all_hang_up();
        assertThat(send(to("/have-your-say/stevenage/bedwell")
                                .header("Content-Type", parts)
                                .POST(BodyPublishers.ofByteArray(new byte[300_000])))
                        .statusCode())
                .isEqualTo(200);
        assertThat(FEEDBACK.last().body()).hasSize(300_000);
    }

    @Test
    void who_sends_nothing_more_is_told_so_and_let_go() throws Exception {
        int asked = NEWS.count();
        Socket sender = dawdling("POST", "/news/silent", "application/json", "Content-Length: 100", "x");

        assertThat(headOf(sender)).first().asString().startsWith("HTTP/1.1 408");
        assertThat(NEWS.count()).isEqualTo(asked);
    }

    private int statusOf(String type, String body) throws Exception {
        return send(to("/news/held").header("Content-Type", type).POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private Socket dawdling(String method, String path, String type, String length, String begun) throws IOException {
        Socket socket = halfSent(method + " " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nContent-Type: " + type
                + "\r\n" + length + "\r\n\r\n" + begun);
        dawdling.add(socket);
        return socket;
    }

    /** Until the other side has heard enough. */
    private static void dribble(Socket socket, String piece) {
        try {
            OutputStream body = socket.getOutputStream();
            while (true) {
                body.write(piece.getBytes(StandardCharsets.UTF_8));
                Thread.sleep(Duration.ofMillis(100));
            }
        } catch (IOException | InterruptedException over) {
            // As it must come.
        }
    }
}
