package org.bluelamp.testing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bluelamp.testing.staff.TestStaff;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Calls a service as a browser would that runs no script and keeps no cookie. It follows no redirect, so that tests see
 * them:
 *
 * <pre>{@code
 * new Caller(port).as(staff("Olive").as("officer").in(WARE)).get("/staff/alerts").status()
 * }</pre>
 *
 * @param port where the service listens on this machine
 * @param headers sent with every request
 */
public record Caller(int port, Map<String, String> headers) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** A resident. */
    public Caller(int port) {
        this(port, Map.of());
    }

    /** The same, in the name of a member of staff. */
    public Caller as(TestStaff staff) {
        return with("Authorization", staff.authorization());
    }

    /** The same, with a header more. */
    public Caller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(port, more);
    }

    /** What is at a path, with its query. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Asks by another method that sends nothing, such as {@code HEAD}. */
    public Answer ask(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** A page that is there. */
    public Document page(String path) {
        Answer answer = get(path);
        if (answer.status() != 200) {
            throw new AssertionError(path + " answers " + answer.status() + "\n" + answer.body());
        }
        return answer.html();
    }

    /**
     * Sends a form.
     *
     * @param fields texts, or lists of them for a name that is sent several times
     */
    public Answer post(String path, Map<String, ?> fields) {
        String body = fields.entrySet().stream()
                .flatMap(field -> values(field.getValue())
                        .map(value -> encoded(field.getKey()) + "=" + encoded(value.toString())))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form with a file, which says that it is a JPEG whatever it is. */
    public Answer upload(String path, Map<String, String> fields, String field, String fileName, byte[] file) {
        String boundary = "----bluelamp";
        String texts = fields.entrySet().stream()
                .map(text -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + text.getKey()
                        + "\"\r\n\r\n" + text.getValue() + "\r\n")
                .collect(Collectors.joining());
        String head = texts + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"" + fileName + "\"\r\nContent-Type: image/jpeg\r\n\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    /** Sends JSON, as a program does. */
    public Answer postJson(String path, String json) {
        return send("POST", path, json);
    }

    /** Puts JSON in the place of what is there, as a program does. */
    public Answer putJson(String path, String json) {
        return send("PUT", path, json);
    }

    private Answer send(String method, String path, String json) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    /** Presses a button of the form on a page, with some fields filled in otherwise than they are. */
    public Answer submit(Answer page, String button, Map<String, ?> filledIn) {
        Element form = page.form();
        Map<String, Object> fields = new LinkedHashMap<>(page.fields());
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

    /** A text as it stands in a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Stream<?> values(Object value) {
        return value instanceof Iterable<?> several
                ? StreamSupport.stream(several.spliterator(), false)
                : Stream.of(value);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }
}
