package org.bluelamp.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.bluelamp.service.ServiceForTests;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.PlatformTest;
import org.bluelamp.testing.staff.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@PlatformTest(classes = ServiceForTests.class, properties = "bluelamp.test.rabbit=false")
@Import(EndpointSecurityTest.Desk.class)
class EndpointSecurityTest {

    private static final String STEVENAGE_NORTH = "hertfordshire/stevenage/stevenage-north";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void anybody_reads_a_public_page_and_gets_no_cookie() throws Exception {
        HttpResponse<String> answer = get("/news", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_staff_page_wants_somebody_signed_in() throws Exception {
        assertThat(get("/staff/news", null).statusCode()).isEqualTo(401);
    }

    @Test
    void a_member_of_staff_with_the_role_is_let_in_and_known_by_name() throws Exception {
        HttpResponse<String> answer =
                get("/staff/news", staff("Erin Vale").as("editor").in("hertfordshire"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Erin Vale");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void a_member_of_staff_with_another_role_is_refused() throws Exception {
        assertThat(get("/staff/news", staff("Olive").as("officer").in(STEVENAGE_NORTH))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_right_ends_at_the_border_of_the_area() throws Exception {
        TestStaff olive = staff("Olive").as("officer").in("hertfordshire/stevenage");

        assertThat(get("/staff/concerns/stevenage/stevenage-north", olive).statusCode())
                .isEqualTo(200);
        assertThat(get("/staff/concerns/watford/town-centre", olive).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_somebody_else_signed_opens_nothing() throws Exception {
        String token = staff("Erin").as("editor").in("hertfordshire").authorization();
        String forged = token.substring(0, token.lastIndexOf('.')) + ".c2lnbmVkLWJ5LW1l";

        assertThat(send(request("/staff/news").header("Authorization", forged)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void roles_that_bluelamp_does_not_know_are_no_rights() throws Exception {
        assertThat(get("/staff/news", staff("Eve").as("superuser").in("hertfordshire"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_nobody_answers_is_not_found_and_a_wrong_method_is_named() throws Exception {
        assertThat(get("/nowhere", null).statusCode()).isEqualTo(404);
        assertThat(send(request("/news").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void a_form_of_a_resident_needs_no_token() throws Exception {
        assertThat(send(request("/concerns").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void health_is_open_and_what_could_tell_more_is_not() throws Exception {
        assertThat(get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env", null).statusCode()).isIn(401, 404);
    }

    @Test
    void the_description_of_the_api_is_open() throws Exception {
        assertThat(get("/api/v1/example/openapi", null).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path, @Nullable TestStaff staff) throws Exception {
        HttpRequest.Builder request = request(path);
        if (staff != null) {
            request.header("Authorization", staff.authorization());
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @RestController
    static class Desk {

        @PublicEndpoint
        @GetMapping("/news")
        String news() {
            return "News";
        }

        @PublicEndpoint
        @PostMapping("/concerns")
        String concern() {
            return "Thank you";
        }

        @StaffEndpoint({Role.EDITOR, Role.APPROVER})
        @GetMapping("/staff/news")
        String articles(StaffMember staff) {
            return staff.name();
        }

        @StaffEndpoint(Role.OFFICER)
        @GetMapping("/staff/concerns/{district}/{neighbourhood}")
        String concerns(StaffMember staff, @PathVariable String district, @PathVariable String neighbourhood) {
            staff.require(Role.OFFICER, new AreaCode("hertfordshire/" + district + "/" + neighbourhood));
            return "Concerns";
        }
    }
}
