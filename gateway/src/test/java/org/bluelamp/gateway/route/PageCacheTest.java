package org.bluelamp.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageCacheTest extends GatewayTest {

    private static final Map<String, String> FOR_ALL =
            Map.of("Content-Type", "text/html;charset=utf-8", "Cache-Control", "public, max-age=60", "ETag", "W/\"1\"");

    /** Each test has a page of its own. */
    private final String page = "/your-area/" + System.nanoTime();

    @BeforeEach
    void a_page_for_all() {
        DIRECTORY.answer(FOR_ALL, "A page");
    }

    @AfterEach
    void as_usual() {
        DIRECTORY.answerAsUsual();
    }

    @Test
    void two_hundred_readers_at_once_cost_the_service_one_request() {
        DIRECTORY.pause(() -> pause(Duration.ofMillis(500)));
        int asked = DIRECTORY.count();
        List<CompletableFuture<HttpResponse<String>>> readers = IntStream.range(0, 200)
                .mapToObj(reader -> http.sendAsync(to(page).build(), HttpResponse.BodyHandlers.ofString()))
                .toList();

        assertThat(readers)
                .allSatisfy(reader -> assertThat(reader.join().body()).isEqualTo("A page"));
        assertThat(DIRECTORY.count()).isEqualTo(asked + 1);
    }

    @Test
    void a_kept_page_is_told_with_its_age_and_its_headers_and_not_sent_again_to_who_has_it() throws Exception {
        send(to(page));
        int asked = DIRECTORY.count();

        HttpResponse<String> kept = send(to(page));
        assertThat(kept.headers().firstValue("Age")).isPresent();
        assertThat(kept.headers().allValues("Cache-Control")).containsExactly("public, max-age=60");
        assertThat(kept.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(kept.headers().firstValue("Content-Security-Policy")).isPresent();
        HttpResponse<String> same = send(to(page).header("If-None-Match", "W/\"1\""));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(DIRECTORY.count()).isEqualTo(asked);
    }

    @Test
    void who_has_the_page_already_does_not_keep_it_from_others() throws Exception {
        assertThat(send(to(page).header("If-None-Match", "W/\"1\"")).statusCode())
                .isEqualTo(304);

        assertThat(send(to(page)).body()).isEqualTo("A page");
        assertThat(DIRECTORY.last().header("If-None-Match")).isEmpty();
    }

    @Test
    void a_page_is_kept_as_long_as_its_service_lets_and_never_longer_than_some_seconds() throws Exception {
        Map<String, String> aSecond = new HashMap<>(FOR_ALL);
        aSecond.put("Cache-Control", "public, max-age=1");
        DIRECTORY.answer(aSecond, "A page");
        send(to(page));
        DIRECTORY.answer(aSecond, "News");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(send(to(page)).body()).isEqualTo("News"));
        assertThat(PageCache.LONGEST).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control|private, max-age=60",
                "Cache-Control|max-age=60",
                "Cache-Control|public, no-cache",
                "Cache-Control|public, max-age=0",
                "Cache-Control|no-store",
                "Set-Cookie|theirs=1",
                "Vary|Cookie",
                "Vary|Accept-Language",
                "Vary|*"
            })
    void what_is_not_for_all_is_asked_each_time(String header, String value) throws Exception {
        Map<String, String> headers = new HashMap<>(FOR_ALL);
        headers.put(header, value);
        DIRECTORY.answer(headers, "A page");
        int asked = DIRECTORY.count();

        send(to(page));
        send(to(page));

        assertThat(DIRECTORY.count()).isEqualTo(asked + 2);
    }

    @Test
    void staff_and_who_carries_a_session_always_hear_the_service_itself() throws Exception {
        send(to(page));
        int asked = DIRECTORY.count();
        send(to(page).header("Cookie", likelySession()));
        assertThat(DIRECTORY.count()).isEqualTo(asked + 1);
    }

    @Test
    void another_question_is_another_page() throws Exception {
        send(to(page + "?q=1"));
        DIRECTORY.answer(FOR_ALL, "Another page");

        assertThat(send(to(page + "?q=2")).body()).isEqualTo("Another page");
        assertThat(send(to(page + "?q=1")).body()).isEqualTo("A page");
        assertThat(send(to(page + "?q=1").header("Accept", "application/json")).body())
                .isEqualTo("Another page");
    }

    @Test
    void readers_do_not_wait_for_each_other_when_the_service_fails() throws Exception {
        DIRECTORY.hangUp();
        assertThat(send(to(page)).statusCode()).isEqualTo(503);
        DIRECTORY.answerAsUsual();
        DIRECTORY.answer(FOR_ALL, "A page");

        assertThat(send(to(page)).body()).isEqualTo("A page");
    }

    @Test
    void nobody_waits_for_a_reader_who_sends_a_body_and_dawdles() throws Exception {
        List<Socket> dawdling = new ArrayList<>();
        try {
            for (int reader = 0; reader < 20; reader++) {
                dawdling.add(halfSent("GET " + page + "/" + reader + " HTTP/1.1\r\nHost: " + host()
                        + "\r\nContent-Length: 100\r\n\r\nx"));
            }
            List<CompletableFuture<HttpResponse<String>>> readers = IntStream.range(0, 20)
                    .mapToObj(reader ->
                            http.sendAsync(to(page + "/" + reader).build(), HttpResponse.BodyHandlers.ofString()))
                    .toList();

            assertThat(readers)
                    .allSatisfy(reader -> assertThat(
                                    reader.orTimeout(8, TimeUnit.SECONDS).join().body())
                            .isEqualTo("A page"));
        } finally {
            for (Socket socket : dawdling) {
                socket.close();
            }
        }
    }

    @Test
    void who_announces_a_body_and_hangs_up_or_is_refused_does_not_keep_the_page_from_being_kept() throws Exception {
        sendAndHangUp("GET " + page + " HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 5\r\n\r\n");
        DIRECTORY.refuse(400);
        assertThat(send(to(page)).statusCode()).isEqualTo(400);
        DIRECTORY.refuse(200);

        assertThat(send(to(page)).body()).isEqualTo("A page");
        DIRECTORY.answer(FOR_ALL, "News");
        assertThat(send(to(page)).body()).isEqualTo("A page");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
