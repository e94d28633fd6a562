package org.bluelamp.webhook.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The address of a tool, as it was typed. */
public record WebhookForm(String url) {

    /** Takes what a browser sent; what it left out is empty. */
    public WebhookForm(@Nullable String url) {
        this.url = Objects.requireNonNullElse(url, "");
    }
}
