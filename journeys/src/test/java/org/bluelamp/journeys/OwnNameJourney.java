package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes and the audit trail bear the names that Keycloak knows; nobody takes a colleague's. */
class OwnNameJourney extends Journey {

    private static final String VERIFIER = "a-proof-key-of-at-least-forty-three-characters";
    private static final Pattern CODE = Pattern.compile("[#&?]code=([^&]+)");

    @Test
    void an_officer_signed_in_at_keycloaks_own_pages_cannot_take_a_colleagues_name() throws Exception {
        String realm = platform().realm();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String token = signedInAtTheAccountPages(browser, realm, "oscar.officer");

            HttpResponse<String> changed = send(
                    browser,
                    account(realm, token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("""
                            {"username": "oscar.officer", "firstName": "Ada", "lastName": "Pemberly",
                             "email": "ada.pemberly@bluelamp.example"}""")));

            assertThat(changed.statusCode()).isIn(400, 403);
            JsonNode kept = JsonMapper.shared()
                    .readTree(send(browser, account(realm, token).GET()).body());
            assertThat(kept.get("firstName").asString()).isEqualTo("Oscar");
            assertThat(kept.get("lastName").asString()).isEqualTo("Lindqvist");
            assertThat(kept.get("email").asString()).isEqualTo("oscar.officer@bluelamp.example");
        }
        try (Visitor officer = visitor(Scripts.OFF)) {
            Story.signIn(officer, "oscar.officer", "/staff");
            officer.sees("Oscar Lindqvist");
        }
    }

    private static HttpRequest.Builder account(String realm, String token) {
        return HttpRequest.newBuilder(URI.create(realm + "/account"))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private static String signedInAtTheAccountPages(HttpClient browser, String realm, String username)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        String back = realm + "/account/";
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> page = send(
                browser,
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/auth?"
                        + form(Map.of(
                                "client_id", "account-console",
                                "redirect_uri", back,
                                "response_type", "code",
                                "scope", "openid",
                                "code_challenge", challenge,
                                "code_challenge_method", "S256")))));
        String action = Jsoup.parse(page.body()).select("form").attr("action");
        // Cookies that are only for safe connections go to this machine as well, which HttpClient would not have.
        String cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
        HttpResponse<String> signedIn =
                post(browser, action, cookies, Map.of("username", username, "password", ThePlatform.DEMO_PASSWORD));
        Matcher code = CODE.matcher(signedIn.headers().firstValue("Location").orElseThrow());
        assertThat(code.find()).isTrue();
        HttpResponse<String> tokens = post(
                browser,
                realm + "/protocol/openid-connect/token",
                "",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "account-console",
                        "redirect_uri",
                        back,
                        "code",
                        code.group(1),
                        "code_verifier",
                        VERIFIER));
        return JsonMapper.shared().readTree(tokens.body()).get("access_token").asString();
    }

    private static HttpResponse<String> post(
            HttpClient browser, String address, String cookies, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(
                browser,
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies)
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
