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
 * @param sections further things to read, in groups; after the action
 */
public record MailBody(
        @Nullable String caption,
        String heading,
        List<String> paragraphs,
        @Nullable Link action,
        List<String> reason,
        List<Link> links,
        List<Section> sections) {

    public MailBody {
        paragraphs = List.copyOf(paragraphs);
        reason = List.copyOf(reason);
        links = List.copyOf(links);
        sections = List.copyOf(sections);
    }

    /** A mail about one thing. */
    public MailBody(
            @Nullable String caption,
            String heading,
            List<String> paragraphs,
            @Nullable Link action,
            List<String> reason,
            List<Link> links) {
        this(caption, heading, paragraphs, action, reason, links, List.of());
    }

    /** A link with words that make sense by themselves. */
    public record Link(String text, String url) {}

    /**
     * Things of one sort.
     *
     * @param more that there are more than these; null when there are not
     */
    public record Section(
            String heading, List<Entry> entries, @Nullable String more) {

        public Section {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One thing to read.
     *
     * @param title what it is called; the link's words
     * @param text a sentence or two about it; null for none
     * @param url where to read it
     */
    public record Entry(String title, @Nullable String text, String url) {}
}
