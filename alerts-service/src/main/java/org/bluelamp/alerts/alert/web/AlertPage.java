package org.bluelamp.alerts.alert.web;

import java.util.List;
import org.bluelamp.web.govuk.Tag;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is live or was.
 *
 * @param live whether it is
 * @param updated whether its words were changed after it was sent
 * @param sender the team's name
 * @param before what it said before, the latest first
 * @param cap where programs get it
 * @param reply where readers tell the team what they know; null when no one team sends it
 */
public record AlertPage(
        String reference,
        boolean live,
        boolean updated,
        StoryPart story,
        String sender,
        Moment issued,
        Moment sent,
        List<Change> before,
        String cap,
        @Nullable String reply) {

    /** A time in words and for programs. */
    public record Moment(String words, String machine) {}

    /** What it said for a while. */
    public record Change(
            Moment since, String headline, @Nullable String instruction, String description) {}

    /** The state as a coloured word. */
    public Tag tag() {
        if (!live) {
            return new Tag("Over").colour(Tag.Colour.GREY);
        }
        return updated ? new Tag("Live, updated").colour(Tag.Colour.GREEN) : new Tag("Live").colour(Tag.Colour.GREEN);
    }
}
