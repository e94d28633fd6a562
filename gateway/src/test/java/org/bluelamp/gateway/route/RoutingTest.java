package org.bluelamp.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/, directory",
        "/your-area, directory",
        "/your-area/stevenage/stevenage-north, directory",
        "/forces/sussex/coast, directory",
        "/find?q=SG1+1AA, directory",
        "/news, news",
        "/news/feed, news",
        "/alerts/sign-up?area=hertfordshire/stevenage, alerts",
        "/police-uk/api/forces, directory",
        "/api/v1/news/articles, news"
    })
    void an_address_is_answered_by_the_service_it_belongs_to(String address, String service) throws Exception {
        assertThat(send(to(address)).body()).isEqualTo("Answered by " + service);
    }

    @Test
    void the_address_reaches_the_service_as_it_was_written() throws Exception {
        send(to("/alerts/sign-up?area=hertfordshire%2Fstevenage&x=%C3%A9+b"));

        assertThat(ALERTS.last().path()).startsWith("/alerts/sign-up?");
        assertThat(fields(ALERTS.last().path().split("[?]")[1]))
                .containsExactlyInAnyOrder("area=hertfordshire/stevenage", "x=é b");
    }

    @Test
    void a_form_arrives_whole_and_no_field_of_it_in_the_address() throws Exception {
        send(form("/alerts/sign-up?step=2", "email=olga%40example.org&area=hertfordshire&area=watford&note=%E2%82%AC"));

        assertThat(ALERTS.last().path()).isEqualTo("/alerts/sign-up?step=2");
        assertThat(fields(ALERTS.last().body()))
                .containsExactlyInAnyOrder("email=olga@example.org", "area=hertfordshire", "area=watford", "note=€");
    }

    @Test
    void services_get_no_cookies_and_set_none() throws Exception {
        HttpResponse<String> answer = send(to("/news").header("Cookie", "a=1; bluelamp-staff=x"));

        assertThat(NEWS.last().header("Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void the_key_of_a_provider_that_calls_back_goes_on_under_another_name_and_nobody_elses() throws Exception {
        send(to("/api/v1/alerts/callbacks/notify/receipts")
                .header("Authorization", "Bearer a-key")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(ALERTS.last().header("Callback-Authorization")).isEqualTo("Bearer a-key");
        assertThat(ALERTS.last().header("Authorization")).isEmpty();

        send(to("/api/v1/alerts/desk").header("Authorization", "Bearer a-key").header("Callback-Authorization", "b"));
        assertThat(ALERTS.last().header("Callback-Authorization")).isEmpty();
        assertThat(ALERTS.last().header("Authorization")).isEmpty();
    }

    @Test
    void what_a_service_says_about_caching_stands() throws Exception {
        assertThat(send(to("/news")).headers().allValues("Cache-Control")).containsExactly("public, max-age=60");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void a_service_that_is_gone_is_told_of_at_once_with_a_page() throws Exception {
        HttpResponse<String> answer = send(to("/have-your-say"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("text/html"));
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body())
                .contains("This part is not available right now")
                .contains("Have your say")
                .contains("call 999");
    }

    @Test
    void who_was_sending_something_is_told_that_it_may_not_have_arrived() throws Exception {
        assertThat(send(form("/have-your-say/stevenage", "text=Speeding")).body())
                .contains("may not have received")
                .doesNotContain("Anything you have already sent us is safe");
    }

    @Test
    void a_program_is_told_with_problem_json() throws Exception {
        HttpResponse<String> answer = send(to("/api/v1/feedback/concerns"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":503").contains("does not answer");
        assertThat(answer.body())
                .contains("\"instance\":\"/api/v1/feedback/concerns\"")
                .doesNotContain("/unavailable/");
    }

    @Test
    void the_page_for_a_missing_service_has_no_address_of_its_own() throws Exception {
        assertThat(send(to("/unavailable/news")).statusCode()).isEqualTo(404);
    }

    private static List<String> fields(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .filter(field -> !field.isEmpty())
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .toList();
    }
}
