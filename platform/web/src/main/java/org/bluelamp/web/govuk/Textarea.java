package org.bluelamp.web.govuk;

import gg.jte.generated.precompiled.govuk.JtetextareaGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** Several lines of text. */
public record Textarea(
        Field field,
        Label label,
        @Nullable Hint hint,
        int rows,
        @Nullable String autocomplete,
        @Nullable Boolean spellcheck,
        String classes,
        boolean disabled)
        implements Component {

    public Textarea(Field field, Label label) {
        this(field, label, null, 5, null, null, "", false);
    }

    public Textarea(Field field, String label) {
        this(field, new Label(label));
    }

    public Textarea hint(Hint newHint) {
        return new Textarea(field, label, newHint, rows, autocomplete, spellcheck, classes, disabled);
    }

    public Textarea hint(String text) {
        return hint(new Hint(text));
    }

    public Textarea rows(int count) {
        return new Textarea(field, label, hint, count, autocomplete, spellcheck, classes, disabled);
    }

    public Textarea autocomplete(String purpose) {
        return new Textarea(field, label, hint, rows, purpose, spellcheck, classes, disabled);
    }

    public Textarea spellcheck(boolean checked) {
        return new Textarea(field, label, hint, rows, autocomplete, checked, classes, disabled);
    }

    public Textarea classes(String more) {
        return new Textarea(field, label, hint, rows, autocomplete, spellcheck, Classes.of(classes, more), disabled);
    }

    public Textarea asDisabled() {
        return new Textarea(field, label, hint, rows, autocomplete, spellcheck, classes, true);
    }

    public String css() {
        return Classes.of("govuk-textarea", Classes.when(field.wrong(), "govuk-textarea--error"), classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtetextareaGenerated.render(output, null, this);
    }
}
