package org.bluelamp.web.govuk;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The options of a fixture, read as GOV.UK Frontend's own templates read them: what is empty counts as not given. */
record Options(JsonNode json) {

    boolean has(String name) {
        JsonNode value = json.path(name);
        return !(value.isMissingNode()
                || value.isNull()
                || value.isBoolean() && !value.booleanValue()
                || value.isString() && value.stringValue().isEmpty());
    }

    Options of(String name) {
        return new Options(json.path(name));
    }

    @Nullable
    String text(String name) {
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    String classes() {
        return text("classes", "");
    }

    boolean flag(String name, boolean otherwise) {
        return json.path(name).isBoolean() ? json.path(name).booleanValue() : otherwise;
    }

    @Nullable
    Boolean flag(String name) {
        return json.path(name).isBoolean() ? json.path(name).booleanValue() : null;
    }

    @Nullable
    Integer number(String name) {
        return json.path(name).isNumber() ? json.path(name).intValue() : null;
    }

    /** Those members of a list that are objects: a Java list holds nothing empty. */
    List<Options> list(String name) {
        return json.path(name)
                .valueStream()
                .filter(JsonNode::isObject)
                .filter(one -> !one.isEmpty())
                .map(Options::new)
                .toList();
    }

    /** Text, or HTML where that is given. */
    Content content() {
        return content("text", "html");
    }

    Content content(String text, String html) {
        return has(html) ? new TrustedHtml(text(html, "")) : new Text(text(text, ""));
    }

    @Nullable
    Content contentOrNull() {
        return has("text") || has("html") ? content() : null;
    }

    <T> @Nullable T when(String name, Function<Options, T> read) {
        return has(name) ? read.apply(of(name)) : null;
    }

    /** Every value of a list, or the one value, as text. */
    List<String> values(String name) {
        JsonNode value = json.path(name);
        List<String> all = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> all.add(one.asString()));
        } else if (has(name)) {
            all.add(value.asString());
        }
        return all;
    }
}
