package org.bluelamp.feedback.survey;

import java.util.List;

/** What came in the fields of a form, by their names. */
@FunctionalInterface
public interface Typing {

    /** The values of a field; empty when it was not sent. */
    List<String> of(String field);

    /** The first value of a field; empty when it was not sent. */
    default String one(String field) {
        List<String> values = of(field);
        return values.isEmpty() ? "" : values.getFirst();
    }
}
