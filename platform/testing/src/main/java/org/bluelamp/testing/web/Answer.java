package org.bluelamp.testing.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What came back from a service. */
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

    /** Where a redirect leads, without the host. */
    public String location() {
        return header("Location").replaceFirst("^https?://[^/]+", "");
    }

    public Document html() {
        return Jsoup.parse(response.body());
    }

    /** The text of the page's main part. */
    public String text() {
        return html().select("main").text();
    }

    /** What a browser would send of the page's form if nothing were changed in it, buttons aside. */
    public Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Element control : form().select("input[name], textarea[name], select[name]")) {
            boolean box = control.attr("type").matches("checkbox|radio");
            if (!box || control.hasAttr("checked")) {
                fields.computeIfAbsent(control.attr("name"), name -> new ArrayList<>())
                        .add(value(control));
            }
        }
        return fields;
    }

    /** The first form in the page's main part. */
    Element form() {
        Element form = html().selectFirst("main form");
        if (form == null) {
            throw new AssertionError("There is no form on\n" + body());
        }
        return form;
    }

    private static String value(Element control) {
        return switch (control.tagName()) {
            case "textarea" -> control.wholeText();
            case "select" -> {
                Element chosen = control.selectFirst("option[selected]");
                Element option = chosen == null ? control.selectFirst("option") : chosen;
                yield option == null ? "" : option.val();
            }
            default -> control.val();
        };
    }
}
