package org.bluelamp.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bluelamp.gateway.GatewayTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

class SignInTest extends GatewayTest {

    private static final StubKeycloak KEYCLOAK = new StubKeycloak();

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private TransactionTemplate transactions;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry properties) {
        properties.add("bluelamp.gateway.keycloak.issuer", KEYCLOAK::issuer);
        properties.add("bluelamp.gateway.keycloak.keys", () -> KEYCLOAK.issuer() + "/protocol/openid-connect/certs");
    }

    @BeforeEach
    void an_editor_and_patient_tokens() {
        KEYCLOAK.role = "editor";
        KEYCLOAK.accessTokenLife = Duration.ofMinutes(5);
        KEYCLOAK.sessionEnded = false;
    }

    @Test
    void who_is_not_signed_in_is_led_to_keycloak_with_a_proof_key() throws Exception {
        HttpResponse<String> first = send(to("/staff/news"));
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(location(first).getPath()).isEqualTo("/staff/sign-in/with/keycloak");

        Map<String, String> asked = query(location(send(to("/staff/sign-in/with/keycloak"))));

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "gateway")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:8080/staff/sign-in/callback")
                .containsKeys("code_challenge", "state", "nonce");
    }

    @Test
    void what_the_database_says_of_a_session_that_it_refuses_does_not_tell_which() {
        String insert = """
                insert into spring_session
                    (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time)
                values (?, ?, 0, 0, 0, 0)""";
        String secret = UUID.randomUUID().toString();
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> transactions.executeWithoutResult(transaction -> {
                    jdbc.update(insert, UUID.randomUUID().toString(), secret);
                    jdbc.update(insert, UUID.randomUUID().toString(), secret);
                }))
                .withMessageContaining("spring_session_ix1")
                .withMessageNotContaining(secret);
    }

    @Test
    void a_form_sent_after_the_session_ended_comes_back_with_all_that_was_typed() throws Exception {
        HttpResponse<String> kept = send(form(
                "/staff/news/article-1/edit",
                "title=Bikes+%26+%22locks%22&areas=a%2Fb&areas=c&body=One%0D%0A%0D%0ATwo"));

        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        Document page = Jsoup.parse(kept.body());
        assertThat(page.select("main form").attr("action")).isEqualTo("/staff/news/article-1/edit");
        assertThat(page.select("main form [name=title]").val()).isEqualTo("Bikes & \"locks\"");
        assertThat(page.select("main form [name=areas]").eachAttr("value")).containsExactly("a/b", "c");
        assertThat(page.select("main form [name=body]").val()).isEqualToNormalizingNewlines("One\n\nTwo");
        assertThat(page.select("main a[target=_blank]").attr("href")).isEqualTo("/staff/sign-in/with/keycloak");
        assertThat(send(form("/staff/sign-in/again", "title=x")).statusCode()).isIn(401, 404);
    }

    @Test
    void after_signing_in_one_is_where_one_wanted_to_be_and_the_service_knows_who_it_is() throws Exception {
        String cookie = signIn("/staff/news/article-1");

        assertThat(send(as(cookie, "/staff/news/article-1").header("Authorization", "Bearer forged"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(NEWS.last().header("Authorization")).startsWith("Bearer access-");
        assertThat(NEWS.last().header("Cookie")).isEmpty();
    }

    @Test
    void a_residents_page_never_gets_the_token_and_never_looks_for_the_session() throws Exception {
        String cookie = signIn("/staff");

        send(as(cookie, "/news"));

        assertThat(NEWS.last().header("Authorization")).isEmpty();
    }

    @Test
    void what_a_stranger_claims_to_be_allowed_does_not_reach_a_service() throws Exception {
        send(to("/api/v1/news/articles").header("Authorization", "Bearer forged"));
        assertThat(NEWS.last().header("Authorization")).isEmpty();

        send(to("/news").header("Authorization", "Basic Zm9yZ2Vk"));
        assertThat(NEWS.last().header("Authorization")).isEmpty();
    }

    @Test
    void the_home_page_shows_the_name_and_only_what_the_role_has_to_do() throws Exception {
        String page = send(as(signIn("/staff"), "/staff")).body();

        assertThat(page)
                .contains("Erin Vale")
                .contains("Write, publish and withdraw")
                .doesNotContain("could not be handled");
    }

    @Test
    void the_home_page_tells_what_waits_and_says_so_where_a_service_is_silent() throws Exception {
        NEWS.answer(Map.of("Content-Type", "application/json"), """
                {"items": [{"text": "2 articles <need> you", "address": "/staff/news?waiting", "pressing": true}]}""");
        ALERTS.refuse(500);
        try {
            Document page = Jsoup.parse(send(as(signIn("/staff"), "/staff")).body());
            assertThat(NEWS.last().header("Authorization")).startsWith("Bearer access-");
            assertThat(page.select("main .bl-tile a[href='/staff/news?waiting'] strong")
                            .text())
                    .isEqualTo("2 articles <need> you");
            assertThat(page.select("main .bl-tile:has(a[href='/staff/alerts'])").text())
                    .contains("We cannot show what is waiting");
        } finally {
            NEWS.answerAsUsual();
            ALERTS.answerAsUsual();
        }
    }

    @Test
    void the_navigation_leads_nowhere_where_one_would_be_refused() throws Exception {
        String page = send(as(signIn("/staff"), "/staff")).body();

        assertThat(page).contains("href=\"/staff/news\"", "href=\"/staff/alerts\"");
        assertThat(page)
                .doesNotContain("href=\"/staff/directory\"", "href=\"/staff/feedback\"", "href=\"/staff/operations\"");
    }

    @Test
    void operations_are_for_operators() throws Exception {
        assertThat(send(as(signIn("/staff"), "/staff/operations")).statusCode()).isEqualTo(403);

        KEYCLOAK.role = "operator";
        HttpResponse<String> page = send(as(signIn("/staff"), "/staff/operations"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Does not answer").contains("/staff/news/dead-letters");
    }

    @Test
    void what_waits_for_operators_stands_on_their_home_page_and_with_each_service() throws Exception {
        KEYCLOAK.role = "operator";
        String cookie = signIn("/staff");
        NEWS.answer(Map.of("Content-Type", "application/json"), """
                {"items": [{"text": "2 dead letters of news <wait>", "address": "/staff/news/dead-letters",
                            "pressing": true}]}""");
        DIRECTORY.answer(Map.of("Content-Type", "application/json"), "{\"items\": []}");
        try {
            Element tile = Objects.requireNonNull(
                    Jsoup.parse(send(as(cookie, "/staff")).body())
                            .selectFirst("main .bl-tile:has(a[href='/staff/operations'])"));
            assertThat(tile.select("a[href='/staff/news/dead-letters'] strong").text())
                    .isEqualTo("2 dead letters of news <wait>");
            assertThat(tile.text()).contains("There may be more, which we cannot show at the moment.");
            assertThat(NEWS.last().path()).isEqualTo("/staff/news/operations");
            assertThat(NEWS.last().header("Authorization")).startsWith("Bearer access-");

            Document operations =
                    Jsoup.parse(send(as(cookie, "/staff/operations")).body());
            assertThat(waits(operations, "directory")).isEqualTo("Nothing");
            assertThat(waits(operations, "news")).isEqualTo("2 dead letters of news <wait>");
            assertThat(waits(operations, "feedback")).isEqualTo("It does not say");
        } finally {
            NEWS.answerAsUsual();
            DIRECTORY.answerAsUsual();
        }
    }

    private static String waits(Document operations, String service) {
        return operations
                .select("tr:has(th:contains(" + service + ")) td[data-label=Waits]")
                .text();
    }

    @Test
    void a_token_that_ran_out_is_renewed_on_the_way() throws Exception {
        KEYCLOAK.accessTokenLife = Duration.ofSeconds(1);
        String cookie = signIn("/staff/news");
        int grants = KEYCLOAK.grants().size();

        send(as(cookie, "/staff/news"));

        assertThat(KEYCLOAK.grants()).hasSize(grants + 1);
        assertThat(KEYCLOAK.grants().getLast()).contains("grant_type=refresh_token");
        assertThat(NEWS.last().header("Authorization")).isEqualTo("Bearer access-" + (grants + 1));
    }

    @Test
    void when_keycloak_ended_the_session_a_page_leads_to_sign_in_and_a_program_is_told_nobody_is_signed_in()
            throws Exception {
        KEYCLOAK.accessTokenLife = Duration.ofSeconds(1);
        String cookie = signIn("/staff/news");
        KEYCLOAK.sessionEnded = true;

        HttpResponse<String> page = send(as(cookie, "/staff/news"));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(location(page).toString()).startsWith(KEYCLOAK.issuer() + "/protocol/openid-connect/auth");

        send(as(cookie, "/api/v1/news/articles"));
        assertThat(NEWS.last().header("Authorization")).isEmpty();
    }

    @Test
    void two_requests_at_once_of_a_session_that_keycloak_ended_both_lead_to_sign_in() throws Exception {
        KEYCLOAK.accessTokenLife = Duration.ofSeconds(1);
        for (int round = 0; round < 5; round++) {
            String cookie = signIn("/staff/news");
            KEYCLOAK.sessionEnded = true;
            List<CompletableFuture<HttpResponse<String>>> both = Stream.generate(() ->
                            http.sendAsync(as(cookie, "/staff/news").build(), HttpResponse.BodyHandlers.ofString()))
                    .limit(8)
                    .toList();

            assertThat(both)
                    .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(302));
            KEYCLOAK.sessionEnded = false;
        }
    }

    @Test
    void a_session_lasts_minutes_until_somebody_has_signed_in_and_then_an_hour() throws Exception {
        jdbc.update("delete from spring_session");
        send(to(SignIn.WAY_IN));
        assertThat(jdbc.queryForList("select max_inactive_interval from spring_session", Integer.class))
                .containsExactly(600);

        jdbc.update("delete from spring_session");
        signIn("/staff");
        assertThat(jdbc.queryForList("select max_inactive_interval from spring_session", Integer.class))
                .containsExactly(3600);
    }

    @Test
    void signing_out_ends_the_session_here_and_at_keycloak() throws Exception {
        String cookie = signIn("/staff");

        HttpResponse<String> out = send(as(cookie, "/staff/sign-out")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(location(out).getPath()).endsWith("/protocol/openid-connect/logout");
        assertThat(query(location(out)))
                .containsEntry("post_logout_redirect_uri", "http://localhost:8080/staff/signed-out")
                .containsKey("id_token_hint");
        assertThat(send(as(cookie, "/staff")).statusCode()).isEqualTo(302);
        assertThat(send(to("/staff/signed-out")).body()).contains("You are signed out");
    }

    @Test
    void leaving_quickly_ends_the_session_too() throws Exception {
        String cookie = signIn("/staff");

        HttpResponse<String> left = send(as(cookie, "/leave"));

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(location(left).getHost()).doesNotContain("localhost");
        await().untilAsserted(() ->
                assertThat(send(as(cookie, "/staff")).statusCode()).isEqualTo(302));
    }

    @Test
    void leaving_quickly_waits_for_nothing_though_the_database_does_not_answer() throws Exception {
        String cookie = signIn("/staff");
        HttpResponse<String> left = whileSessionsAreLocked(as(cookie, "/leave"));

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        gone -> assertThat(gone).startsWith("bluelamp-staff=;").contains("Max-Age=0"));
        await().untilAsserted(() ->
                assertThat(send(as(cookie, "/staff")).statusCode()).isEqualTo(302));
    }

    @Test
    void however_many_leave_quickly_with_made_up_cookies_they_take_one_connection_to_the_database() {
        transactions.executeWithoutResult(status -> {
            jdbc.execute("lock table spring_session in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> leaving = Stream.generate(() -> as(likelySession(), "/leave"))
                    .limit(40)
                    .map(one -> http.sendAsync(one.build(), HttpResponse.BodyHandlers.ofString()))
                    .toList();
            assertThat(leaving)
                    .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(303));
            await().until(() -> waiting() > 0);
            assertThat(waiting()).isEqualTo(1);
        });
    }

    @Test
    void who_is_not_signed_in_leaves_nothing_in_the_database() throws Exception {
        long before = sessions();

        for (int time = 0; time < 3; time++) {
            assertThat(send(as(likelySession(), "/staff/x" + time)).statusCode())
                    .isEqualTo(302);
            assertThat(send(to("/staff/x" + time)).statusCode()).isEqualTo(302);
        }

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void the_page_that_was_wanted_leads_nowhere_but_into_the_portal() throws Exception {
        for (String elsewhere :
                new String[] {"https://example.org/staff", "//example.org", "/staffed", "/staff/\r\nA: b"}) {
            String page = WantedPage.COOKIE + "="
                    + Base64.getUrlEncoder().encodeToString(elsewhere.getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> toKeycloak = send(as(page, SignIn.WAY_IN));
            Map<String, String> asked = query(location(toKeycloak));
            KEYCLOAK.nonce = asked.get("nonce");
            HttpResponse<String> back = send(as(
                    page + "; " + cookie(toKeycloak, "bluelamp-staff"),
                    "/staff/sign-in/callback?code=code&state="
                            + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8)));
            assertThat(location(back)).hasToString("/staff");
        }
    }

    /** How many connections wait for a lock. */
    private long waiting() {
        Long count = jdbc.queryForObject(
                "select count(distinct pid) from pg_locks where not granted and relation = 'spring_session'::regclass",
                Long.class);
        return count == null ? 0 : count;
    }

    @Test
    void the_cookie_of_staff_is_out_of_reach_of_scripts_and_other_sites() throws Exception {
        HttpResponse<String> answer = send(to(SignIn.WAY_IN));

        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("bluelamp-staff=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @Test
    void reading_leaves_no_session_behind() throws Exception {
        long before = sessions();

        for (String path : new String[] {"/", "/news", "/alerts", "/have-your-say", "/cookies", "/leave", "/nowhere"}) {
            send(to(path));
        }

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void a_member_of_staff_reads_public_pages_though_the_database_of_sessions_does_not_answer() throws Exception {
        String cookie = signIn("/staff");

        assertThat(whileSessionsAreLocked(as(cookie, "/news")).statusCode()).isEqualTo(200);
        assertThat(whileSessionsAreLocked(as(cookie, "/cookies")).statusCode()).isEqualTo(200);
    }

    @Test
    void while_the_database_of_sessions_is_away_a_page_says_so_and_carries_what_was_typed() throws Exception {
        String cookie = signIn("/staff");
        withoutConnections(() -> {
            HttpResponse<String> page = send(as(cookie, "/staff/news"));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body()).contains("not available right now");

            HttpResponse<String> kept = send(form("/staff/news/article-1/edit", "title=Bikes+%26+%22locks%22&areas=c")
                    .header("Cookie", cookie)
                    .header("Sec-Fetch-Site", "same-origin"));
            assertThat(kept.statusCode()).isEqualTo(503);
            assertThat(kept.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
            Document again = Jsoup.parse(kept.body());
            assertThat(again.select("main form").attr("action")).isEqualTo("/staff/news/article-1/edit");
            assertThat(again.select("main form [name=title]").val()).isEqualTo("Bikes & \"locks\"");

            assertThat(send(as(cookie, "/api/v1/news/articles")).body()).contains("\"status\":503");
            return assertThat(send(as(cookie, "/news")).statusCode()).isEqualTo(200);
        });
        assertThat(send(as(cookie, "/staff/news")).statusCode()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_a_session_is_none_and_the_database_is_not_asked_for_it() throws Exception {
        for (String madeUp : new String[] {"AAAA", "bm9ib2R5", "not base64!", ""}) {
            assertThat(whileSessionsAreLocked(as("bluelamp-staff=" + madeUp, "/staff"))
                            .statusCode())
                    .as(madeUp)
                    .isEqualTo(302);
        }
    }

    @Test
    void what_the_database_refuses_is_not_called_an_absence_of_the_database() throws Exception {
        String cookie = signIn("/staff");
        jdbc.execute("alter table spring_session rename to elsewhere");
        try {
            assertThat(send(as(cookie, "/staff/news")).statusCode()).isEqualTo(500);
        } finally {
            jdbc.execute("alter table elsewhere rename to spring_session");
        }
    }

    /** Does something while nobody can have a connection to the database of sessions. */
    private void withoutConnections(Callable<?> deed) throws Exception {
        long patience = pool.getConnectionTimeout();
        List<Connection> all = new ArrayList<>();
        try {
            for (int one = 0; one < pool.getMaximumPoolSize(); one++) {
                all.add(pool.getConnection());
            }
            pool.setConnectionTimeout(250);
            deed.call();
        } finally {
            pool.setConnectionTimeout(patience);
            for (Connection one : all) {
                one.close();
            }
        }
    }

    private HttpResponse<String> whileSessionsAreLocked(HttpRequest.Builder request) {
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.execute("lock table spring_session in access exclusive mode");
            return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                    .orTimeout(2, TimeUnit.SECONDS)
                    .join();
        }));
    }

    /** Signs in as a browser would and gives the session's cookie. */
    private String signIn(String wanted) throws Exception {
        HttpResponse<String> refused = send(to(wanted));
        String page = cookie(refused, WantedPage.COOKIE);
        HttpResponse<String> toKeycloak = send(as(page, location(refused).getPath()));
        Map<String, String> asked = query(location(toKeycloak));
        KEYCLOAK.nonce = asked.get("nonce");
        HttpResponse<String> back = send(as(
                page + "; " + cookie(toKeycloak, "bluelamp-staff"),
                "/staff/sign-in/callback?code=code&state="
                        + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8)));
        assertThat(location(back).getPath()).isEqualTo(wanted);
        assertThat(cookie(back, WantedPage.COOKIE)).isEqualTo(WantedPage.COOKIE + "=");
        return cookie(back, "bluelamp-staff");
    }

    private HttpRequest.Builder as(String cookie, String path) {
        return to(path).header("Cookie", cookie);
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> query(URI uri) {
        return UriComponentsBuilder.fromUriString(URLDecoder.decode(uri.toString(), StandardCharsets.UTF_8))
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }

    private long sessions() {
        Long count = jdbc.queryForObject("select count(*) from spring_session", Long.class);
        return count == null ? 0 : count;
    }
}
