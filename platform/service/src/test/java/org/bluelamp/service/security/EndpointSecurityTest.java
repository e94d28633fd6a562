package org.bluelamp.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.util.Map;
import org.bluelamp.service.ServiceForTests;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.PlatformTest;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
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

    @LocalServerPort
    private int port;

    @Test
    void anybody_reads_a_public_page_and_gets_no_cookie() {
        Answer answer = anybody().get("/news");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_staff_page_wants_somebody_signed_in() {
        assertThat(anybody().get("/staff/news").status()).isEqualTo(401);
    }

    @Test
    void a_member_of_staff_with_the_role_is_let_in_and_known_by_name() {
        Answer answer = anybody()
                .as(staff("Erin Vale").as("editor").in("hertfordshire"))
                .get("/staff/news");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Erin Vale");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_member_of_staff_with_another_role_is_refused() {
        assertThat(anybody()
                        .as(staff("Olive").as("officer").in(STEVENAGE_NORTH))
                        .get("/staff/news")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_right_ends_at_the_border_of_the_area() {
        TestStaff olive = staff("Olive").as("officer").in("hertfordshire/stevenage");

        assertThat(anybody()
                        .as(olive)
                        .get("/staff/concerns/stevenage/stevenage-north")
                        .status())
                .isEqualTo(200);
        assertThat(anybody()
                        .as(olive)
                        .get("/staff/concerns/watford/town-centre")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_token_somebody_else_signed_opens_nothing() {
        String token = staff("Erin").as("editor").in("hertfordshire").authorization();
        String forged = token.substring(0, token.lastIndexOf('.')) + ".c2lnbmVkLWJ5LW1l";

        assertThat(anybody().with("Authorization", forged).get("/staff/news").status())
                .isEqualTo(401);
    }

    @Test
    void roles_that_bluelamp_does_not_know_are_no_rights() {
        assertThat(anybody()
                        .as(staff("Eve").as("superuser").in("hertfordshire"))
                        .get("/staff/news")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_nobody_answers_is_not_found_and_a_wrong_method_is_named() {
        assertThat(anybody().get("/nowhere").status()).isEqualTo(404);
        assertThat(anybody().post("/news", Map.of()).status()).isEqualTo(405);
    }

    @Test
    void a_form_of_a_resident_needs_no_token() {
        assertThat(anybody().post("/concerns", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void health_is_open_and_what_could_tell_more_is_not() {
        assertThat(anybody().get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(anybody().get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(anybody().get("/actuator/health/work").status()).isEqualTo(200);
        assertThat(anybody().get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(anybody().get("/actuator/env").status()).isIn(401, 404);
    }

    @Test
    void the_description_of_the_api_is_open() {
        Answer answer = anybody().get("/api/v1/example/openapi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .as("the address that readers use")
                .contains("\"url\":\"http://localhost:8080\"")
                .doesNotContain(":" + port);
    }

    private Caller anybody() {
        return new Caller(port);
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
