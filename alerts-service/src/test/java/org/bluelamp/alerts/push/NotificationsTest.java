package org.bluelamp.alerts.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.bluelamp.alerts.alert.AlertId;
import org.bluelamp.alerts.alert.AlertStory;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Browsers that are told of alerts, by a push service that answers as the standard says. */
class NotificationsTest extends AlertStory {

    private static final String ROSA = "rosa.field@example.org";
    private static final KeyPair KEYS = Encryption.fresh();
    private static final List<Taken> TAKEN = new CopyOnWriteArrayList<>();
    private static final Map<String, Integer> ANSWERS = new ConcurrentHashMap<>();
    private static final HttpServer SERVICE = service();

    /** What a push service got. */
    private record Taken(String path, Map<String, List<String>> headers, byte[] body) {}

    private static HttpServer service() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                var path = exchange.getRequestURI().getPath();
                var answer = ANSWERS.getOrDefault(path, 201);
                if (answer == 0) {
                    return;
                }
                if (answer == 201) {
                    TAKEN.add(new Taken(
                            path,
                            Map.copyOf(exchange.getRequestHeaders()),
                            exchange.getRequestBody().readAllBytes()));
                }
                exchange.sendResponseHeaders(answer, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void push(DynamicPropertyRegistry registry) {
        registry.add(
                "VAPID_KEY",
                () -> Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded()));
        registry.add(
                "VAPID_PUBLIC",
                () -> Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
        registry.add("bluelamp.alerts.push.services", NotificationsTest::url);
        registry.add("bluelamp.alerts.push.patience", () -> "500ms");
    }

    @BeforeEach
    void forget() {
        TAKEN.clear();
        ANSWERS.clear();
    }

    @Test
    void a_browser_that_was_added_is_told_of_alerts_in_words_that_only_it_can_read() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        var page = browser.get(person.manage() + "/notifications").html();
        assertThat(page.selectFirst("form[data-bluelamp-notify]").attr("data-bluelamp-notify"))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(Encryption.uncompressed((ECPublicKey)
                        KEYS.getPublic())));
        var worker = browser.get("/alerts/notifications.js");
        assertThat(worker.status()).isEqualTo(200);
        assertThat(worker.header("Content-Type")).startsWith("text/javascript");

        assertThat(add(person, "/one").location()).endsWith("done=added");
        var alert = issued(content());
        await().atMost(Duration.ofSeconds(20)).until(() -> TAKEN.size() == 1);
        awaitMail(ROSA, 1);
        var taken = TAKEN.getFirst();
        assertThat(header(taken, "Content-encoding")).isEqualTo("aes128gcm");
        assertThat(header(taken, "Authorization")).startsWith("vapid t=");
        assertThat(header(taken, "Ttl")).isEqualTo("21600");
        assertThat(new String(taken.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Gas leak");
        awaitQuiet();
        desk.cancel(COUNTY, alert.id(), alert.version(), "A false alarm");
        await().atMost(Duration.ofSeconds(20)).until(() -> TAKEN.size() == 2);
    }

    @Test
    void a_browser_that_its_service_no_longer_knows_is_forgotten_and_the_others_are_told() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        add(person, "/gone");
        add(person, "/here");
        ANSWERS.put("/gone", 410);
        issued(content());
        await().atMost(Duration.ofSeconds(20)).until(() -> TAKEN.size() == 1);
        awaitQuiet();
        assertThat(devices()).isEqualTo(1);
        ANSWERS.put("/here", 404);
        issued(headed("Another", content()));
        awaitMail(ROSA, 2);
        awaitQuiet();
        assertThat(devices()).isZero();
        assertThat(jdbc.sql("select count(*) from delivery where channel = 'push' and status = 'failed_for_good'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void while_a_push_service_breaks_or_hangs_emails_go_out_and_the_notification_comes_later() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        add(person, "/one");
        for (var answer : new int[] {503, 429, 0}) {
            ANSWERS.put("/one", answer);
            issued(headed("Answer " + answer, content()));
            await().atMost(Duration.ofSeconds(20)).until(() -> statuses("failed_temporarily") == 1);
            ANSWERS.clear();
            awaitQuiet();
        }
        assertThat(MAIL.to(ROSA)).hasSize(3);
        assertThat(TAKEN).hasSize(3);
        assertThat(devices()).isEqualTo(1);
    }

    @Test
    void what_a_push_service_refuses_twice_is_not_tried_for_ever_and_the_browser_is_kept() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        add(person, "/one");
        for (var answer : new int[] {400, 401}) {
            ANSWERS.put("/one", answer);
            issued(headed("Answer " + answer, content()));
            awaitQuiet();
        }
        assertThat(jdbc.sql("select count(*) from delivery where failure in ('push 400', 'push 401')"
                                + " and status = 'failed_for_good' and attempts = 2")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        ANSWERS.put("/one", 429);
        issued(headed("Too many", content()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select count(*) from delivery where failure = 'push 429' and attempts > 2")
                                .query(Integer.class)
                                .single()
                        == 1);
        ANSWERS.clear();
        awaitQuiet();
        assertThat(TAKEN).hasSize(1);
        assertThat(devices()).isEqualTo(1);
    }

    @Test
    void what_no_browser_sends_is_not_added() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        var key = key();
        var secret = Base64.getUrlEncoder().encodeToString(new byte[16]);
        for (var sent : List.of(
                Map.of("endpoint", "https://internal.example/admin", "key", key, "secret", secret),
                Map.of("endpoint", url() + "/one", "key", "AAAA", "secret", secret),
                Map.of("endpoint", url() + "/one", "key", key, "secret", "AA"),
                Map.of("endpoint", "not an address", "key", key, "secret", secret))) {
            assertThat(browser.post(person.manage() + "/notifications/add", sent)
                            .location())
                    .endsWith("done=not-added");
        }
        assertThat(devices()).isZero();
    }

    @Test
    void browsers_are_taken_back_one_by_one_or_all_with_the_subscription_and_no_more_than_five_are_kept() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        for (var n = 0; n < 6; n++) {
            add(person, "/" + n);
        }
        add(person, "/5");
        assertThat(devices()).isEqualTo(5);
        var page = browser.get(person.manage() + "/notifications").html();
        var id = page.selectFirst("input[name=browser]").val();
        assertThat(browser.post(person.manage() + "/notifications/remove", Map.of("browser", id))
                        .location())
                .endsWith("done=removed");
        assertThat(devices()).isEqualTo(4);
        assertThat(browser.get(person.manage() + "/data.json").body())
                .contains("\"notifications\":[\"")
                .doesNotContain("127.0.0.1");
        assertThat(jdbc.sql("select string_agg(push_device::text, '') from push_device")
                        .query(String.class)
                        .single())
                .doesNotContain("127.0.0.1");
        browser.post(person.manage() + "/stop-all", Map.of());
        assertThat(devices()).isZero();
    }

    @Test
    void staff_see_how_many_browsers_would_tell_and_what() {
        for (var n = 0; n < 5; n++) {
            add(confirmed("p" + n + "@example.org", STEVENAGE_NORTH), "/" + n);
        }
        assertThat(desk.estimate(content()).notifications()).isEqualTo(5);
        var draft = desk.write(COUNTY, AlertId.next(), content());
        var officer = browser.as(OLIVE);
        assertThat(officer.get("/staff/alerts/" + draft.id().value()).html().text())
                .contains("Of these also by notification 5");
        assertThat(officer.get("/staff/alerts/" + draft.id().value() + "/email")
                        .html()
                        .text())
                .contains("Notification Gas leak in Bedwell Crescent");
    }

    private Answer add(Confirmed person, String path) {
        return browser.post(
                person.manage() + "/notifications/add",
                Map.of(
                        "endpoint",
                        url() + path,
                        "key",
                        key(),
                        "secret",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16])));
    }

    private static String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Encryption.uncompressed((ECPublicKey)
                Encryption.fresh().getPublic()));
    }

    private static String header(Taken taken, String name) {
        return taken.headers().get(name).getFirst();
    }

    private int devices() {
        return jdbc.sql("select count(*) from push_device").query(Integer.class).single();
    }

    private static String url() {
        return "http://127.0.0.1:" + SERVICE.getAddress().getPort();
    }
}
