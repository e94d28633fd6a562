package org.bluelamp.news.reading;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the list of articles, newest first, that stays put while articles come and go.
 *
 * @param publishedAt of the article at that place
 * @param id of that article, as two may be published in one millisecond
 */
public record Cursor(Instant publishedAt, UUID id) {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,14})\\.([0-9a-f]{32})");

    /** What {@link #toString} wrote, or empty when it is no cursor. */
    public static Optional<Cursor> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String hex = parts.group(2);
        return Optional.of(new Cursor(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16))));
    }

    /** Fit for an address; readers of the API need not understand it. */
    @Override
    public String toString() {
        return publishedAt.toEpochMilli() + "." + id.toString().replace("-", "");
    }
}
