package org.bluelamp.news;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.testing.staff.TestStaff;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Calls the service as a browser would; it follows no redirects, so that tests see them. */
public record Caller(int port, Map<String, String> headers) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    Caller(int port) {
        this(port, Map.of());
    }

    /** In the name of a member of staff. */
    public Caller as(TestStaff staff) {
        return with("Authorization", staff.authorization());
    }

    public Caller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(port, more);
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Sends a form. */
    public Answer post(String path, Map<String, List<String>> fields) {
        String body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Presses a button of the form on a page, with some fields filled in otherwise than they are. */
    public Answer submit(Answer page, String button, Map<String, List<String>> filledIn) {
        Element form = page.html().selectFirst("main form");
        if (form == null) {
            throw new AssertionError("There is no form on\n" + page.body());
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.select("input[name], textarea[name]").forEach(control -> {
            boolean box = control.attr("type").equals("checkbox");
            if (!box || control.hasAttr("checked")) {
                fields.computeIfAbsent(control.attr("name"), name -> new ArrayList<>())
                        .add(control.tagName().equals("textarea") ? control.wholeText() : control.val());
            }
        });
        fields.putAll(filledIn);
        Element pressed = form.select("button").stream()
                .filter(one -> one.text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button " + button + " on\n" + page.body()));
        if (pressed.hasAttr("name")) {
            fields.put(pressed.attr("name"), List.of(pressed.val()));
        }
        return post(form.attr("action"), fields);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** The header's value, or empty. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public Document html() {
            return Jsoup.parse(response.body());
        }

        /** The text of the page's main part. */
        public String text() {
            return html().select("main").text();
        }
    }
}
