package org.bluelamp.web.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers of radios, checkboxes or a select.
 *
 * @param value what is sent; null (select only) sends the text
 * @param label what is read
 * @param hint help under the label, not for a select
 * @param revealed what is asked besides when this is chosen, not for a select
 * @param disabled shown, but not to be chosen
 * @param exclusive choosing it clears the other checkboxes ("none of these")
 */
public record Choice(
        @Nullable String value,
        Content label,
        @Nullable Hint hint,
        @Nullable Content revealed,
        boolean disabled,
        boolean exclusive)
        implements Option {

    public Choice(String value, Content label) {
        this(value, label, null, null, false, false);
    }

    public Choice(String value, String label) {
        this(value, new Text(label));
    }

    public Choice hint(String text) {
        return new Choice(value, label, new Hint(text), revealed, disabled, exclusive);
    }

    public Choice hint(Hint newHint) {
        return new Choice(value, label, newHint, revealed, disabled, exclusive);
    }

    public Choice reveals(Content content) {
        return new Choice(value, label, hint, content, disabled, exclusive);
    }

    public Choice asDisabled() {
        return new Choice(value, label, hint, revealed, true, exclusive);
    }

    public Choice asExclusive() {
        return new Choice(value, label, hint, revealed, disabled, true);
    }
}
