package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JteinputGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** A line of text. */
public record Input(
        Field field,
        Label label,
        @Nullable Hint hint,
        Keyboard keyboard,
        @Nullable Content prefix,
        @Nullable Content suffix,
        String classes,
        boolean disabled)
        implements Component {

    public Input(Field field, Label label) {
        this(field, label, null, Keyboard.TEXT, null, null, "", false);
    }

    public Input(Field field, String label) {
        this(field, new Label(label));
    }

    public Input hint(Hint newHint) {
        return new Input(field, label, newHint, keyboard, prefix, suffix, classes, disabled);
    }

    public Input hint(String text) {
        return hint(new Hint(text));
    }

    public Input keyboard(Keyboard newKeyboard) {
        return new Input(field, label, hint, newKeyboard, prefix, suffix, classes, disabled);
    }

    /** With a symbol before the value, such as a currency. */
    public Input prefix(Content content) {
        return new Input(field, label, hint, keyboard, content, suffix, classes, disabled);
    }

    /** With a unit after the value. */
    public Input suffix(Content content) {
        return new Input(field, label, hint, keyboard, prefix, content, classes, disabled);
    }

    /** As wide as an answer of so many characters: 2, 3, 4, 5, 10, 20 or 30. */
    public Input width(int characters) {
        return classes("govuk-input--width-" + characters);
    }

    public Input classes(String more) {
        return new Input(field, label, hint, keyboard, prefix, suffix, Classes.of(classes, more), disabled);
    }

    public Input asDisabled() {
        return new Input(field, label, hint, keyboard, prefix, suffix, classes, true);
    }

    public String css() {
        return Classes.of("govuk-input", classes, Classes.when(field.wrong(), "govuk-input--error"));
    }

    public @Nullable String spellcheck() {
        Boolean checked = keyboard.spellcheck();
        return checked == null ? null : checked.toString();
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteinputGenerated.render(output, null, this);
    }
}
