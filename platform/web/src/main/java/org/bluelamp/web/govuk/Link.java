package org.bluelamp.web.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * A text and where it leads.
 *
 * @param href null for a text that leads nowhere, such as the page one is on
 */
public record Link(Content content, @Nullable String href) {

    public Link(String text, @Nullable String href) {
        this(new Text(text), href);
    }
}
