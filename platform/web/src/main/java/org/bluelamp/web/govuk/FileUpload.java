package org.bluelamp.web.govuk;

import gg.jte.generated.precompiled.govuk.JtefileUploadGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/**
 * A file to send. Its form has {@code enctype="multipart/form-data"}. A browser never sends back what was chosen, so
 * there is no value to keep.
 *
 * @param accept what the browser offers first, such as {@code image/jpeg}; the server checks what comes
 */
public record FileUpload(
        Field field,
        Label label,
        @Nullable Hint hint,
        @Nullable String accept,
        boolean disabled,
        String classes) implements Component {

    public FileUpload(Field field, Label label) {
        this(field, label, null, null, false, "");
    }

    public FileUpload(Field field, String label) {
        this(field, new Label(label));
    }

    public FileUpload hint(String text) {
        return new FileUpload(field, label, new Hint(text), accept, disabled, classes);
    }

    public FileUpload accept(String types) {
        return new FileUpload(field, label, hint, types, disabled, classes);
    }

    public String css() {
        return Classes.of("govuk-file-upload", classes, Classes.when(field.wrong(), "govuk-file-upload--error"));
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtefileUploadGenerated.render(output, null, this);
    }
}
