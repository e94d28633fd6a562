package org.bluelamp.web.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bluelamp.assets.serve=true",
            "spring.servlet.multipart.resolve-lazily=true",
            "spring.servlet.multipart.max-request-size=5MB",
            "bluelamp.requests.longest-upload=5MB",
            "bluelamp.requests.uploads=/alerts/manage/{token}",
            "bluelamp.requests.uploads-at-once=2"
        })
class SampleTest {

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_page_is_sent_in_one_piece_with_its_length() throws Exception {
        HttpResponse<String> page = get("/area");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValueAsLong("Content-Length"))
                .hasValue(page.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(page.body().stripLeading()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void a_form_that_was_right_leads_on_with_a_get() throws Exception {
        HttpResponse<String> answer =
                post("/sign-up", "email", "a@example.org", "area", "quayside", "households", "2", "topics", "burglary");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/area");
    }

    @Test
    void a_form_that_was_wrong_comes_back_with_all_that_was_typed() throws Exception {
        Document page = parse(post(
                "/sign-up",
                "email",
                "not \"an\" <address>",
                "area",
                "nowhere",
                "households",
                "two or three",
                "topics",
                "burglary",
                "topics",
                "roads, and parking",
                "note",
                "</textarea><script>alert(1)</script>"));

        assertThat(page.selectFirst("#email").attr("value")).isEqualTo("not \"an\" <address>");
        assertThat(page.selectFirst("#area option[selected]").attr("value")).isEqualTo("nowhere");
        assertThat(page.selectFirst("#households").attr("value")).isEqualTo("two or three");
        assertThat(page.select("input[name=topics][checked]").eachAttr("value"))
                .containsExactly("burglary", "roads, and parking");
        assertThat(page.selectFirst("#note").wholeText()).isEqualTo("</textarea><script>alert(1)</script>");
        assertThat(page.select("script:not([src])")).isEmpty();
    }

    @Test
    void each_line_of_the_error_summary_leads_to_a_field_that_says_the_same() throws Exception {
        HttpResponse<String> answer =
                post("/sign-up", "email", " ", "area", "nowhere", "households", "0", "note", "x".repeat(21));
        Document page = parse(answer);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: Get alerts for your area");
        List<Element> links = page.select(".govuk-error-summary__list a");
        assertThat(links)
                .extracting(Element::text)
                .as("in the order of the form")
                .containsExactly(
                        "Enter your email address",
                        "Choose an area from the list",
                        "Enter at least 1",
                        "Select at least one topic",
                        "Use 20 characters or fewer");
        for (Element link : links) {
            Element control = page.selectFirst(link.attr("href"));
            assertThat(control).as(link.attr("href")).isNotNull();
            String message = page.selectFirst(link.attr("href") + "-error").text();
            assertThat(message).isEqualTo("Error: " + link.text());
        }
        assertThat(page.selectFirst("#email").attr("aria-describedby")).isEqualTo("email-hint email-error");
    }

    @Test
    void letters_in_a_number_are_told_in_plain_words() throws Exception {
        Document page = parse(
                post("/sign-up", "email", "a@example.org", "households", "many", "topics", "burglary", "note", "kept"));

        assertThat(page.select(".govuk-error-summary__list a").eachText()).containsExactly("Enter a number");
        assertThat(page.selectFirst("#email").attr("value")).isEqualTo("a@example.org");
        assertThat(page.selectFirst("#note").text()).isEqualTo("kept");
    }

    @Test
    void a_page_that_does_not_exist_says_so_in_the_layout() throws Exception {
        HttpResponse<String> answer = get("/no-such-page");
        Document page = parse(answer);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.selectFirst("h1").text()).isEqualTo("Page not found");
        assertThat(page.selectFirst("header .bl-leave")).isNotNull();
    }

    @Test
    void whoever_finds_nothing_can_look_for_their_team_there_and_then() throws Exception {
        for (String path : new String[] {"/no-such-page", "/refused/404", "/refused/410"}) {
            assertThat(parse(get(path)).select("main form[action=/find] input[name=q]"))
                    .as(path)
                    .hasSize(1);
        }
        for (String path : new String[] {"/staff/no-such-page", "/refused/500"}) {
            assertThat(parse(get(path)).select("form[action=/find]")).as(path).isEmpty();
        }
    }

    @Test
    void whatever_fails_a_resident_is_told_whom_to_call() throws Exception {
        for (int status : new int[] {400, 403, 404, 408, 410, 413, 422, 429, 500, 503}) {
            assertThat(parse(get("/refused/" + status))
                            .select("main .bl-urgent a")
                            .eachAttr("href"))
                    .as("status " + status)
                    .containsExactly("tel:999", "tel:101");
        }
        assertThat(parse(get("/staff/broken")).select(".bl-urgent")).isEmpty();
    }

    @Test
    void each_kind_of_refusal_has_its_own_words() throws Exception {
        for (int status : new int[] {400, 401, 403, 404, 408, 410, 413, 429, 500, 503}) {
            HttpResponse<String> answer = get("/refused/" + status);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(parse(answer).select("h1")).as("status " + status).hasSize(1);
            assertThat(answer.body()).doesNotContain("ResponseStatusException", "at org.");
        }
        assertThat(parse(post("/area")).selectFirst("h1").text()).isEqualTo("That did not work");
    }

    @Test
    void a_fault_of_ours_gives_a_reference_and_no_detail() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        HttpResponse<String> answer = send(request("/broken")
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(trace).doesNotContain("secret detail", "IllegalState");
        assertThat(parse(answer).selectFirst("h1").text()).isEqualTo("Sorry, there is a problem with the service");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_fault_is_logged_by_its_reference_and_method_and_without_the_secret_of_a_link(CapturedOutput output)
            throws Exception {
        HttpResponse<String> answer = post("/alerts/manage/s3cr3t-token");

        assertThat(answer.statusCode()).isEqualTo(500);
        String reference = parse(answer).select(".bl-break").text();
        assertThat(output).contains("POST /alerts/manage/{token} failed with 500, reference ");
        assertThat(output).doesNotContain("s3cr3t");
        String logged = output.getOut().replaceAll("(?s).*failed with 500, reference (\\S+).*", "$1");
        assertThat(reference).contains(logged);
    }

    @Test
    void a_body_that_is_too_long_is_refused_whether_it_says_so_or_comes_in_chunks() throws Exception {
        byte[] json = ("{\"text\":\"" + "x".repeat(300_000) + "\",\"weight\":1}").getBytes(StandardCharsets.UTF_8);
        for (HttpRequest.BodyPublisher body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(json),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json)))) {
            HttpResponse<String> answer = send(request("/api/v1/concerns")
                    .header("Content-Type", "application/json")
                    .POST(body));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        HttpResponse<String> page = post("/sign-up", "note", "x".repeat(300_000));
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(parse(page).selectFirst("h1").text()).isEqualTo("That was too large");
    }

    @Test
    void a_body_in_chunks_that_is_short_enough_is_read() throws Exception {
        byte[] json = "{\"text\":\"Zürich\",\"weight\":1}".getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = send(request("/api/v1/concerns")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Zürich");
    }

    @Test
    void a_form_with_parts_that_is_too_long_is_refused_in_chunks_too() throws Exception {
        byte[] parts = ("--cut\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n" + "x".repeat(3_000_000)
                        + "\r\n--cut--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int length : new int[] {300_000, parts.length}) {
            HttpResponse<String> answer = send(request("/sign-up")
                    .header("Content-Type", "multipart/form-data; boundary=cut")
                    .header("Accept", "text/html")
                    .POST(
                            length == parts.length
                                    ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(parts))
                                    : HttpRequest.BodyPublishers.ofByteArray(parts, 0, length)));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(parse(answer).selectFirst("h1").text()).isEqualTo("That was too large");
        }
    }

    @Test
    void a_large_form_with_parts_passes_only_where_a_file_is_taken_and_only_some_at_a_time() throws Exception {
        assertThat(statusOfHalfSent("/sign-up", 300_000)).contains(" 413 ");
        List<Socket> dawdling = new ArrayList<>();
        try {
            dawdling.add(halfSent("/alerts/manage/a", 300_000));
            dawdling.add(halfSent("/alerts/manage/b", 300_000));
            await().untilAsserted(() ->
                    assertThat(statusOfHalfSent("/alerts/manage/c", 300_000)).contains(" 429 "));

            assertThat(send(request("/alerts/manage/d")
                                    .header("Content-Type", "multipart/form-data; boundary=cut")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--cut--\r\n")))
                            .statusCode())
                    .isNotIn(413, 429);
        } finally {
            for (Socket socket : dawdling) {
                socket.close();
            }
        }
    }

    /** A form whose file never comes whole. */
    private Socket halfSent(String path, int length) throws IOException {
        URI site = request(path).build().uri();
        Socket socket = new Socket(site.getHost(), site.getPort());
        socket.setSoTimeout(300);
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: " + site.getAuthority()
                                + "\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: " + length
                                + "\r\n\r\n--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** The first line of the answer; empty when the rest is waited for. */
    private String statusOfHalfSent(String path, int length) throws IOException {
        try (Socket socket = halfSent(path, length);
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            return String.valueOf(answer.readLine());
        } catch (SocketTimeoutException waits) {
            return "";
        }
    }

    @Test
    void an_address_with_a_nul_is_refused() throws Exception {
        assertThat(get("/area?theme=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void a_form_that_names_a_place_far_out_in_a_list_is_refused_and_fills_no_memory() throws Exception {
        assertThat(post("/team", "members[0].name", "Bea", "members[1].name", "Ola")
                        .body())
                .isEqualTo("2");
        for (String name : List.of(
                "members[99999999].name", "members[300].name", "members[-1].name", "members[x].name", "members[")) {
            assertThat(post("/team", "members[0].name", "Bea", name, "Ola").statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
        assertThat(post("/team", "members[99999999].name", "Ola").statusCode()).isEqualTo(400);
        assertThat(post("/team", "members[255].name", "Ola").statusCode()).isEqualTo(200);
    }

    @Test
    void staff_see_a_fault_in_their_own_layout() throws Exception {
        assertThat(parse(get("/staff/broken")).selectFirst(".bl-masthead--staff"))
                .isNotNull();
    }

    @Test
    void a_program_gets_field_and_reason_as_problem_json() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/concerns")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"\",\"weight\":0}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":400", "\"instance\":\"/api/v1/concerns\"")
                .contains("{\"field\":\"text\",\"reason\":\"is missing\"}")
                .contains("{\"field\":\"weight\",\"reason\":\"must be greater than or equal to 1\"}");
    }

    @Test
    void a_program_is_told_which_parameter_is_wrong() throws Exception {
        assertThat(get("/api/v1/things?page=first").body())
                .contains("{\"field\":\"page\",\"reason\":\"must be a number\"}");
        assertThat(get("/api/v1/things").body()).contains("{\"field\":\"page\",\"reason\":\"is missing\"}");
        assertThat(send(request("/api/v1/concerns")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{oops")))
                        .body())
                .contains("The body is not JSON of the documented form");
    }

    @Test
    void a_program_gets_problem_json_for_whatever_fails() throws Exception {
        HttpResponse<String> broken = get("/api/v1/broken");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(broken.body()).contains("\"reference\":\"").doesNotContain("secret detail");

        HttpResponse<String> missing = send(request("/nothing").header("Accept", "application/json"));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type")).hasValue("application/problem+json");

        assertThat(get("/police-uk/api/forces").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void styles_and_scripts_may_be_kept_for_ever_under_their_hash() throws Exception {
        Document page = parse(get("/area"));
        List<String> addresses = new ArrayList<>(page.select("script[src]").eachAttr("src"));
        addresses.addAll(page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"));

        assertThat(addresses).hasSize(4);
        for (String address : addresses) {
            HttpResponse<String> asset = get(address);
            assertThat(asset.statusCode()).as(address).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        }
    }

    @Test
    void a_page_of_the_version_before_still_finds_its_styles_but_keeps_them_briefly() throws Exception {
        HttpResponse<String> asset = get("/assets/0123456789abcdef/bluelamp.css");

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        assertThat(get("/assets/0123456789abcdef/other.css").statusCode()).isEqualTo(404);
        assertThat(get("/assets/bluelamp.css").statusCode()).isEqualTo(404);
    }

    @Test
    void styles_and_script_are_small_on_the_way() throws Exception {
        assertThat(packed("bluelamp.css")).isLessThan(20_000);
        assertThat(packed("bluelamp.js")).isLessThan(10_000);
        assertThat(packed("forms.js")).isLessThan(3_000);
    }

    private int packed(String name) throws IOException, InterruptedException {
        HttpResponse<byte[]> asset = client.send(
                request("/assets/x/" + name).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertThat(asset.headers().firstValue("Content-Encoding")).hasValue("gzip");
        return asset.body().length;
    }

    private Document parse(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    }

    private HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
