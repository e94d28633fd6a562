package org.bluelamp.webhook.web;

import java.util.List;
import org.bluelamp.web.govuk.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A tool with what it was told.
 *
 * @param path of this page
 */
public record WebhookPage(String path, String url, Tag tag, boolean paused, String added, List<Row> calls) {

    /**
     * Something that it is told.
     *
     * @param what what happened, in words
     * @param title of what it is about; null for a test
     * @param href of the page about that
     * @param answer what came of it last; null before the first attempt
     * @param next when it is tried next; null when it is not
     * @param again where it is sent once more; null when that cannot be
     */
    public record Row(
            String what,
            @Nullable String title,
            @Nullable String href,
            Tag tag,
            String made,
            @Nullable String answer,
            @Nullable String next,
            @Nullable String again) {}
}
