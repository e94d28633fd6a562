package org.bluelamp.web.govuk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form: its name, what was answered so far and what is wrong with it. A page gets it from
 * {@code form.field("email")}, so that value and error cannot be mixed up.
 *
 * @param name the request parameter
 * @param id of the control, which the error summary links to
 * @param values what was answered; several for checkboxes
 * @param error what is wrong, in words that say what to do
 */
public record Field(
        String name,
        String id,
        List<String> values,
        @Nullable String error) {

    public Field {
        values = List.copyOf(values);
    }

    /** An unanswered question. */
    public Field(String name) {
        this(name, name, List.of(), null);
    }

    /** An answered question. */
    public Field(String name, String value) {
        this(name, name, List.of(value), null);
    }

    /** The only answer, or the first, or null. */
    public @Nullable String value() {
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Whether this is among the answers. */
    public boolean holds(@Nullable String value) {
        return value != null && values.contains(value);
    }

    public boolean wrong() {
        return error != null;
    }

    public String hintId() {
        return id + "-hint";
    }

    public String errorId() {
        return id + "-error";
    }

    /** The id of one of several controls. The first has the field's own, so that the error summary leads to it. */
    public String optionId(int index) {
        return index == 0 ? id : id + "-" + (index + 1);
    }

    /** The classes of what holds the question and its controls together. */
    public String groupCss() {
        return Classes.of("govuk-form-group", Classes.when(wrong(), "govuk-form-group--error"));
    }

    /** The ids of what describes the control, for {@code aria-describedby}; null when nothing does. */
    public @Nullable String describedBy(@Nullable Hint hint, String... first) {
        List<String> ids = new ArrayList<>(List.of(first));
        if (hint != null) {
            ids.add(hintId());
        }
        if (wrong()) {
            ids.add(errorId());
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public @Nullable ErrorMessage errorMessage() {
        return error == null ? null : new ErrorMessage(error).id(errorId());
    }

    public Field id(String newId) {
        return new Field(name, newId, values, error);
    }
}
