package org.bluelamp.benchmarks.stage;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.local.platform.LocalPlatform;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The demo editor, who signs in through Keycloak and writes and publishes with the forms that editors use. */
public final class Editor implements AutoCloseable {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final URI home;
    private final HttpClient http;

    private Editor(URI home, HttpClient http) {
        this.home = home;
        this.http = http;
    }

    /** Signs in. */
    public static Editor signIn(LocalPlatform platform) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new LoopbackCookies())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        Editor editor = new Editor(platform.url(), http);
        HttpResponse<String> asked = editor.get("/staff/news");
        Element form = Jsoup.parse(asked.body(), asked.uri().toString()).selectFirst("form[method=post]");
        if (form == null) {
            throw new IllegalStateException("No form to sign in with at " + asked.uri());
        }
        HttpResponse<String> answer = editor.post(
                URI.create(form.absUrl("action")), Map.of("username", "erin.editor", "password", "bluelamp-demo"));
        if (answer.statusCode() != 200 || !answer.uri().getPath().equals("/staff/news")) {
            throw new IllegalStateException("Signing in ended at " + answer.uri() + " with " + answer.statusCode());
        }
        return editor;
    }

    /** Writes an article and keeps it as a draft. */
    public UUID write(String title, String area) throws IOException, InterruptedException {
        UUID id = UUID.randomUUID();
        expectAt(
                "/staff/news/" + id,
                post(
                        home.resolve("/staff/news/" + id + "/edit"),
                        Map.of(
                                "version", "0",
                                "step", "save",
                                "title", title,
                                "summary", "An article that was written to see how long news takes.",
                                "body", "Nothing happened. **All is well.**\n\n- one\n- two\n- three",
                                "areas", area)));
        return id;
    }

    /** Publishes a draft; when this returns, the service has said that it is published. */
    public void publish(UUID id) throws IOException, InterruptedException {
        String path = "/staff/news/" + id + "/publish";
        Element version = Jsoup.parse(get(path).body()).selectFirst("input[name=version]");
        if (version == null) {
            throw new IllegalStateException("No form to publish with at " + path);
        }
        expectAt("/staff/news/" + id, post(home.resolve(path), Map.of("version", version.val())));
    }

    private static void expectAt(String path, HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || !answer.uri().getPath().equals(path)) {
            throw new IllegalStateException("Instead of at " + path + " the editor is at " + answer.uri()
                    + " with status " + answer.statusCode());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(home.resolve(path)).GET());
    }

    private HttpResponse<String> post(URI to, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(to)
                .header("Content-Type", FORM)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }

    /** To a browser, this machine is secure even without TLS; to Java's cookies it is not. */
    private static final class LoopbackCookies extends CookieManager {

        private LoopbackCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> plain = new HashMap<>(headers);
            plain.replaceAll((name, values) -> "set-cookie".equalsIgnoreCase(name)
                    ? values.stream()
                            .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                            .toList()
                    : values);
            super.put(uri, plain);
        }
    }
}
