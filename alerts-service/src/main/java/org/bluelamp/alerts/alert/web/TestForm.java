package org.bluelamp.alerts.alert.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a test is to go, as a browser sent it. */
public record TestForm(String address) {

    /** Takes what a browser sent. */
    public TestForm(@Nullable String address) {
        this.address = Objects.requireNonNullElse(address, "").strip();
    }
}
