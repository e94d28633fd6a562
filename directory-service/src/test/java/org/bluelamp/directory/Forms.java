package org.bluelamp.directory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Forms of pages that have several, and forms with a file. */
public final class Forms {

    private Forms() {}

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

    /** Sends a form with one file, which says that it is a JPEG whatever it is. */
    public static Answer upload(
            int port, @Nullable TestStaff staff, String path, String field, String fileName, byte[] file) {
        String boundary = "----bluelamp";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(head, file, foot)));
        if (staff != null) {
            request.header("Authorization", staff.authorization());
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
