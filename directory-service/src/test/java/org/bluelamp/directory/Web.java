package org.bluelamp.directory;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.testing.staff.TestStaff;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Calls the service as a browser would that follows no redirects and runs no script.
 *
 * @param staff in whose name; null for a resident
 */
public record Web(int port, @Nullable TestStaff staff) {

    public Web(int port) {
        this(port, null);
    }

    /** The same, signed in. */
    public Web as(TestStaff somebody) {
        return new Web(port, somebody);
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    /** A page that is there. */
    public Document page(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answers " + response.statusCode() + "\n" + response.body());
        }
        return Jsoup.parse(response.body());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    /** Sends a form with one file. */
    public HttpResponse<String> upload(String path, String field, String fileName, byte[] file) {
        String boundary = "----bluelamp";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(head, file, foot))));
    }

    /** What a browser would send of the page's form to that address, one value per name. */
    public static Map<String, String> fields(Document page, String action) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : page.select("main form[action='" + action + "'] [name]")) {
            switch (field.tagName()) {
                case "select" ->
                    fields.put(
                            field.attr("name"), field.select("option[selected]").attr("value"));
                case "input" -> {
                    if (!field.attr("type").equals("checkbox") || field.hasAttr("checked")) {
                        fields.put(field.attr("name"), field.val());
                    }
                }
                case "textarea" -> fields.put(field.attr("name"), field.wholeText());
                default -> {}
            }
        }
        return fields;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return staff == null ? request : request.header("Authorization", staff.authorization());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
