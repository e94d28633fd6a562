package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JteerrorMessageGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a field.
 *
 * @param prefix read out before the message by a screen reader; empty for none
 */
public record ErrorMessage(Content content, @Nullable String id, String classes, String prefix) implements Component {

    public ErrorMessage(Content content) {
        this(content, null, "", "Error");
    }

    public ErrorMessage(String text) {
        this(new Text(text));
    }

    public ErrorMessage id(String newId) {
        return new ErrorMessage(content, newId, classes, prefix);
    }

    public ErrorMessage classes(String more) {
        return new ErrorMessage(content, id, Classes.of(classes, more), prefix);
    }

    public ErrorMessage prefix(String newPrefix) {
        return new ErrorMessage(content, id, classes, newPrefix);
    }

    public String css() {
        return Classes.of("govuk-error-message", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteerrorMessageGenerated.render(output, null, this);
    }
}
