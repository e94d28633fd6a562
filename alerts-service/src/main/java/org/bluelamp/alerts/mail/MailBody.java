package org.bluelamp.alerts.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, from which both its plain text and its HTML are made, so that they always say the same.
 *
 * @param caption what the mail belongs to, small above the heading; null for none
 * @param heading the first thing to read
 * @param paragraphs plain sentences
 * @param action the one thing to do; null for none
 * @param reason why the reader gets this mail, and what else they should know
 * @param links what else they can do
 */
public record MailBody(
        @Nullable String caption,
        String heading,
        List<String> paragraphs,
        @Nullable Link action,
        List<String> reason,
        List<Link> links) {

    public MailBody {
        paragraphs = List.copyOf(paragraphs);
        reason = List.copyOf(reason);
        links = List.copyOf(links);
    }

    /** A link with words that make sense by themselves. */
    public record Link(String text, String url) {}
}
