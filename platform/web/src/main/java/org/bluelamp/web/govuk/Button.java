package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtebuttonGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/**
 * A button that sends a form, or a link that looks like one.
 *
 * @param href makes it a link
 * @param preventDoubleClick ignores a second press within a second
 */
public record Button(
        Content content,
        @Nullable String href,
        @Nullable String name,
        @Nullable String value,
        @Nullable String id,
        String type,
        boolean start,
        boolean disabled,
        @Nullable Boolean preventDoubleClick,
        String classes)
        implements Component {

    public Button(Content content) {
        this(content, null, null, null, null, "submit", false, false, null, "");
    }

    public Button(String text) {
        this(new Text(text));
    }

    /** A link that looks like a button. */
    public static Button link(String text, String href) {
        return new Button(new Text(text), href, null, null, null, "submit", false, false, null, "");
    }

    public Button secondary() {
        return classes("govuk-button--secondary");
    }

    public Button warning() {
        return classes("govuk-button--warning");
    }

    /** On a dark ground. */
    public Button inverse() {
        return classes("govuk-button--inverse");
    }

    /** With an arrow, for the way into a journey. */
    public Button asStart() {
        return new Button(content, href, name, value, id, type, true, disabled, preventDoubleClick, classes);
    }

    /** With what is sent when this button is pressed. */
    public Button sends(String newName, @Nullable String newValue) {
        return new Button(content, href, newName, newValue, id, type, start, disabled, preventDoubleClick, classes);
    }

    public Button id(String newId) {
        return new Button(content, href, name, value, newId, type, start, disabled, preventDoubleClick, classes);
    }

    public Button type(String newType) {
        return new Button(content, href, name, value, id, newType, start, disabled, preventDoubleClick, classes);
    }

    public Button asDisabled() {
        return new Button(content, href, name, value, id, type, start, true, preventDoubleClick, classes);
    }

    /** Ignores a second press within a second. */
    public Button onceOnly() {
        return new Button(content, href, name, value, id, type, start, disabled, true, classes);
    }

    public Button classes(String more) {
        return new Button(
                content, href, name, value, id, type, start, disabled, preventDoubleClick, Classes.of(classes, more));
    }

    public String css() {
        return Classes.of("govuk-button", classes, Classes.when(start, "govuk-button--start"));
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtebuttonGenerated.render(output, null, this);
    }
}
