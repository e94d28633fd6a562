package org.bluelamp.feedback.concern.web;

/**
 * Something that the form holds, to go unchanged through a page that asks something else.
 *
 * @param name the field
 * @param value what was filled in
 */
public record Carried(String name, String value) {

    /** Says nothing of what the resident wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Carried[" + name + "]";
    }
}
