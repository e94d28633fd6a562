package org.bluelamp.directory.policeuk.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluelamp.service.importing.ImportRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpAnswersTest {

    private static final List<String> PATH = List.of("x", "NC 07/é");

    private final AtomicInteger asked = new AtomicInteger();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private HttpServer server;
    private String raw = "";

    private record Reply(int status, @Nullable String retryAfter) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.incrementAndGet();
                raw = exchange.getRequestURI().getRawPath();
                Reply reply = replies.isEmpty() ? new Reply(200, null) : replies.remove();
                if (reply.retryAfter() != null) {
                    exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
                }
                byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void ids_are_encoded_as_a_part_of_the_path() {
        assertThat(answers(Duration.ofMillis(1)).read(PATH))
                .hasValueSatisfying(body -> assertThat(body).isEqualTo("[]".getBytes(StandardCharsets.UTF_8)));
        assertThat(raw).isEqualTo("/api/x/NC%2007%2F%C3%A9");
    }

    @Test
    void after_a_burst_of_thirty_it_asks_fifteen_times_a_second() {
        HttpAnswers answers = answers(Duration.ofMillis(1));
        long began = System.nanoTime();
        for (int i = 0; i < 46; i++) {
            answers.read(PATH);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(asked).hasValue(46);
    }

    @Test
    void who_asks_too_much_waits_as_long_as_the_server_says() {
        replies.add(new Reply(429, "1"));
        long began = System.nanoTime();
        assertThat(answers(Duration.ofMillis(1)).read(PATH)).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(990));
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_time_to_ask_again_that_has_passed_is_now() {
        replies.add(
                new Reply(503, DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.EPOCH.atOffset(ZoneOffset.UTC))));
        assertThat(answers(Duration.ofMinutes(1)).read(PATH)).isPresent();
    }

    @Test
    void pauses_grow_while_it_fails_and_then_it_is_given_up() {
        for (int i = 0; i < 7; i++) {
            replies.add(new Reply(500, null));
        }
        long began = System.nanoTime();
        assertThatThrownBy(() -> answers(Duration.ofMillis(2)).read(PATH))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("answers 500");
        assertThat(asked).hasValue(7);
        // 2 + 4 + 8 + 16 + 32 + 64
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(125));
    }

    @Test
    void what_is_not_there_is_nothing_and_what_is_forbidden_is_not_asked_for_again() {
        replies.add(new Reply(404, null));
        replies.add(new Reply(403, null));
        HttpAnswers answers = answers(Duration.ofMinutes(1));
        assertThat(answers.read(PATH)).isEmpty();
        assertThatThrownBy(() -> answers.read(PATH)).hasMessageContaining("answers 403");
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThatThrownBy(() ->
                        new HttpAnswers("http://127.0.0.1:" + port, Duration.ofMillis(1), Clock.systemUTC()).read(PATH))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("cannot be read");
    }

    private HttpAnswers answers(Duration firstPause) {
        return new HttpAnswers(
                "http://localhost:" + server.getAddress().getPort() + "/api/", firstPause, Clock.systemUTC());
    }
}
