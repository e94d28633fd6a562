package org.bluelamp.web.view;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * Renders a template into memory, then sends it in one piece with its length. A template that fails leaves the response
 * untouched, so that an error page can take its place.
 */
record JteView(TemplateEngine engine, String template) implements View {

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    @SuppressWarnings("unchecked")
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(template, model == null ? Map.of() : (Map<String, Object>) model, page);
        response.setContentType(getContentType());
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }
}
