package org.bluelamp.web.govuk;

/** A word between choices, usually "or". */
public record Divider(String text) implements Option {

    public Divider() {
        this("or");
    }
}
