package org.bluelamp.gateway.defence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.TestPropertySource;

/** The entrance is this machine, as the tests call from it; readers have the addresses that it tells. */
@TestPropertySource(
        properties = {"TRUSTED_PROXIES=127\\.0\\.0\\.1", "LIMIT_READS=6", "LIMIT_WRITES=3", "LIMIT_SIGN_INS=4"})
class RateLimitsTest extends GatewayTest {

    private static final String FORM = "email=olga%40example.org";

    @Test
    void who_sends_too_much_is_told_when_to_try_again_and_that_nothing_typed_is_lost() throws Exception {
        for (int time = 0; time < 3; time++) {
            assertThat(send(form("203.0.113.1")).statusCode()).isEqualTo(200);
        }
        int asked = ALERTS.count();
        HttpResponse<String> refused = send(form("203.0.113.1"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 200L);
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(refused.body())
                .contains("Too many requests")
                .contains("What you typed is still there if you go back");
        assertThat(ALERTS.count()).isEqualTo(asked);
    }

    @Test
    void who_sent_too_much_may_still_read_and_others_may_send() throws Exception {
        for (int time = 0; time < 4; time++) {
            send(form("203.0.113.2"));
        }

        assertThat(send(read("203.0.113.2")).statusCode()).isEqualTo(200);
        assertThat(send(form("203.0.113.3")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_program_is_told_with_problem_json() throws Exception {
        HttpResponse<String> last = null;
        for (int time = 0; time < 4; time++) {
            last = send(to("/api/v1/alerts/sign-ups")
                    .header("X-Forwarded-For", "203.0.113.4")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
        }

        assertThat(last).isNotNull();
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(last.body()).contains("\"status\":429");
    }

    @Test
    void reading_has_a_limit_of_its_own_and_assets_have_none() throws Exception {
        for (int time = 0; time < 6; time++) {
            assertThat(send(read("203.0.113.5")).statusCode()).isEqualTo(200);
        }

        assertThat(send(read("203.0.113.5")).statusCode()).isEqualTo(429);
        assertThat(send(to("/leave").header("X-Forwarded-For", "203.0.113.5")).statusCode())
                .isEqualTo(303);
        assertThat(send(to("/assets/nothing").header("X-Forwarded-For", "203.0.113.5"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void signing_in_has_a_limit_of_its_own() throws Exception {
        int status = 0;
        for (int time = 0; time < 5; time++) {
            status = send(to("/staff/sign-in/with/keycloak").header("X-Forwarded-For", "203.0.113.6"))
                    .statusCode();
        }

        assertThat(status).isEqualTo(429);
        assertThat(send(read("203.0.113.6")).statusCode()).isEqualTo(200);
    }

    @Test
    void who_asks_for_the_portal_without_having_signed_in_is_counted_whatever_cookie_is_made_up() throws Exception {
        int status = 0;
        for (int time = 0; time < 7; time++) {
            String madeUp = Base64.getEncoder()
                    .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
            status = send(to("/staff/x" + time)
                            .header("X-Forwarded-For", "203.0.113.11")
                            .header("Cookie", "bluelamp-staff=" + madeUp))
                    .statusCode();
        }

        assertThat(status).isEqualTo(429);
        assertThat(send(to("/leave").header("X-Forwarded-For", "203.0.113.11")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void who_has_signed_in_is_not_counted_in_the_portal(@Autowired SessionRepository<?> sessions) throws Exception {
        String cookie = "bluelamp-staff=" + signedIn(sessions);

        for (int time = 0; time < 8; time++) {
            assertThat(send(to("/staff/signed-out")
                                    .header("X-Forwarded-For", "203.0.113.12")
                                    .header("Cookie", cookie))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static <S extends Session> String signedIn(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("erin", "", List.of())));
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_mail_program_that_unsubscribes_many_people_is_not_taken_for_a_flood() throws Exception {
        for (int time = 0; time < 5; time++) {
            assertThat(send(form("/alerts/unsubscribe/token-" + time, "List-Unsubscribe=One-Click")
                                    .header("X-Forwarded-For", "203.0.113.7"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_is_sent_behind_the_link_of_a_subscriber_counts_as_sending() throws Exception {
        int status = 0;
        for (int time = 0; time < 5; time++) {
            status = send(form("/alerts/manage/token/texts/number", "number=07700900123")
                            .header("X-Forwarded-For", "203.0.113.10"))
                    .statusCode();
        }

        assertThat(status).isEqualTo(429);
    }

    @Test
    void a_provider_that_reports_about_many_people_is_not_taken_for_a_flood() throws Exception {
        for (String path : new String[] {"/api/v1/alerts/bounces", "/api/v1/alerts/callbacks/notify/receipts"}) {
            for (int time = 0; time < 8; time++) {
                assertThat(send(to(path).header("X-Forwarded-For", "203.0.113.9")
                                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whoever_has_a_network_of_addresses_is_one_caller() throws Exception {
        int status = 0;
        for (int time = 0; time < 4; time++) {
            status = send(form("2001:db8:1:2::" + (time + 1))).statusCode();
        }

        assertThat(status).isEqualTo(429);
        assertThat(send(form("2001:db8:1:3::1")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_caller_cannot_pass_for_many_by_claiming_addresses() throws Exception {
        int status = 0;
        for (int time = 0; time < 4; time++) {
            // The entrance appends the address it sees; what stands before is the caller's own claim.
            status = send(form("198.51.100." + time + ", 203.0.113.8")).statusCode();
        }

        assertThat(status).isEqualTo(429);
    }

    @Test
    void an_entrance_that_nobody_named_is_not_shut_for_everybody_and_that_no_limit_holds_is_counted(
            @Autowired MeterRegistry meters) throws Exception {
        Counter unbounded = meters.get("gateway.requests.unbounded").counter();
        double before = unbounded.count();
        for (int time = 0; time < 8; time++) {
            assertThat(send(form("10.42.0.7")).statusCode()).isEqualTo(200);
        }
        assertThat(unbounded.count() - before).isEqualTo(8);
        send(form("203.0.113.10"));
        assertThat(unbounded.count() - before).isEqualTo(8);
    }

    private HttpRequest.Builder form(String caller) {
        return form("/alerts/sign-up", FORM).header("X-Forwarded-For", caller);
    }

    private HttpRequest.Builder read(String caller) {
        return to("/news").header("X-Forwarded-For", caller);
    }
}
