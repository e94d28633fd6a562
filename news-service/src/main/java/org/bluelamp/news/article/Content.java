package org.bluelamp.news.article;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluelamp.service.area.AreaCode;

/**
 * What an article says and whom it is for. Texts are tidied on the way in; one that breaks a rule cannot be made, so
 * every article in any state keeps them. Lengths are in characters as people count them (code points).
 *
 * @param title one line, 1 to {@value #TITLE_LIMIT} characters
 * @param summary one line for lists, feeds and emails, 1 to {@value #SUMMARY_LIMIT} characters
 * @param body Markdown, 1 to {@value #BODY_LIMIT} characters
 * @param areas whom it is for, at least one; an area already covered by another is left out
 * @param topics what it is about, in the order of the list
 * @param campaign the campaign it belongs to, if any
 * @param details what it holds besides its words
 */
public record Content(
        String title,
        String summary,
        String body,
        SortedSet<AreaCode> areas,
        Set<Topic> topics,
        Optional<Campaign> campaign,
        Details details) {

    /**
     * Control characters, halves of characters and what XML forbids; and the marks that turn the direction of reading,
     * which can make a text look like another one.
     */
    private static final String NEVER_TEXT = "[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069&&[^\n\t]]";

    /** The longest title. */
    public static final int TITLE_LIMIT = 120;

    /** The longest summary. */
    public static final int SUMMARY_LIMIT = 300;

    /** The longest body. */
    public static final int BODY_LIMIT = 20_000;

    /** @throws IllegalArgumentException when a text is empty or too long, or no area is given */
    public Content {
        title = within(TITLE_LIMIT, "title", oneLine(title));
        summary = within(SUMMARY_LIMIT, "summary", oneLine(summary));
        body = within(BODY_LIMIT, "body", lines(body));
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("An article is for at least one area");
        }
        areas = widest(areas);
        topics = topics.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(topics));
    }

    /** A piece of news with nothing special about it. */
    public Content(
            String title,
            String summary,
            String body,
            SortedSet<AreaCode> areas,
            Set<Topic> topics,
            Optional<Campaign> campaign) {
        this(title, summary, body, areas, topics, campaign, Details.PLAIN);
    }

    /** The text as one line: every run of spaces and breaks is one space, nothing invisible. */
    public static String oneLine(String text) {
        return lines(text).replaceAll("\\s+", " ").strip();
    }

    /** The text with line feeds only, without characters that have no place in a text. */
    public static String lines(String text) {
        return text.replaceAll("\r\n?", "\n")
                .replaceAll(NEVER_TEXT, "")
                .stripTrailing()
                .replaceFirst("\\A(?:[ \t]*\n)+", "");
    }

    /** How many characters a person counts in the text. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String within(int limit, String what, String text) {
        if (text.isEmpty() || length(text) > limit) {
            throw new IllegalArgumentException("The " + what + " has 1 to " + limit + " characters");
        }
        return text;
    }

    private static SortedSet<AreaCode> widest(Set<AreaCode> areas) {
        return Collections.unmodifiableSortedSet(areas.stream()
                .filter(area -> areas.stream().noneMatch(other -> !other.equals(area) && other.covers(area)))
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
