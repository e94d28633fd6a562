package org.bluelamp.web.form;

import gg.jte.generated.precompiled.layout.JtesendAgainGenerated;
import gg.jte.html.HtmlTemplateOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bluelamp.web.govuk.Component;
import org.springframework.http.MediaType;

/**
 * A form that could not be taken, as it was sent: the page that says so carries it, to be sent again. Nothing of it is kept
 * here. Files are not among it, which no page can carry.
 *
 * @param action where it was and will be sent
 */
public record SentForm(String action, List<Field> fields) implements Component {

    /** A field as it was sent. */
    public record Field(String name, String value) {}

    /**
     * The form of a request; empty when it brought none.
     *
     * @param method of the request as the browser made it
     * @param path as the browser asked for it
     */
    public static Optional<SentForm> of(HttpServletRequest request, String method, String path) {
        String type = request.getContentType();
        if (!method.equals("POST") || type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return Optional.empty();
        }
        List<Field> fields = request.getParameterMap().entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
                .toList();
        // What begins with two slashes would be an address of somebody else.
        return Optional.of(new SentForm(path.replaceFirst("^/+", "/"), fields));
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtesendAgainGenerated.render(output, null, this);
    }
}
