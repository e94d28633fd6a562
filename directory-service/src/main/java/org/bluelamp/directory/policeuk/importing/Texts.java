package org.bluelamp.directory.policeuk.importing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.bluelamp.directory.meeting.SafeHtml;
import org.bluelamp.web.page.LondonTime;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The texts of the national police data, made into what we keep. Null and blank are both nothing: null. */
final class Texts {

    /** Characters that the contracts of our events allow an address on the web. */
    private static final int LONGEST_URL = 500;

    private Texts() {}

    /** A name on one line, its entities unescaped and without markup. */
    static @Nullable String name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = Parser.unescapeEntities(text, false);
        if (plain.indexOf('<') >= 0) {
            plain = Jsoup.parseBodyFragment(plain).text();
        }
        return orNull(plain.replaceAll("[<>]", "").replaceAll("\\s+", " "));
    }

    /** HTML, reduced to what is safe. */
    static @Nullable String html(@Nullable String html) {
        return html == null ? null : orNull(SafeHtml.clean(html));
    }

    /** HTML or plain text as plain text with its line breaks. */
    static @Nullable String plain(@Nullable String html) {
        return html == null ? null : orNull(SafeHtml.text(html));
    }

    /** Lines, as the address of a place has them: each but the first after a line break and a comma. */
    static @Nullable String lines(@Nullable String address) {
        return address == null ? null : orNull(address.replaceAll("\\s*\\R\\s*,?\\s*", "\n"));
    }

    /** The same on one line. */
    static @Nullable String oneLine(@Nullable String address) {
        return address == null ? null : orNull(address.replaceAll("\\s*,?\\s*\\R\\s*,?\\s*", ", "));
    }

    /** As it is, without spaces around. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** An address on the web that a link may lead to; nothing else, such as a script, is one. */
    static @Nullable String url(@Nullable String text) {
        if (text == null || text.strip().length() > LONGEST_URL) {
            return null;
        }
        try {
            URI uri = new URI(text.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? text.strip() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A number of degrees on the earth. */
    static @Nullable Double degrees(@Nullable String text, int most) {
        if (text == null || !text.strip().matches("[+-]?\\d{1,3}(\\.\\d{1,20})?")) {
            return null;
        }
        double degrees = Double.parseDouble(text.strip());
        return Math.abs(degrees) <= most ? degrees : null;
    }

    /** A number of people above none. */
    static @Nullable Integer people(@Nullable String text) {
        if (text == null || !text.strip().matches("\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(text.strip());
        return number == 0 ? null : number;
    }

    /** A time on the clock in the United Kingdom; a time that says its zone is moved to that clock. */
    static Optional<LocalDateTime> time(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text.strip()));
        } catch (DateTimeParseException zoned) {
            try {
                return Optional.of(OffsetDateTime.parse(text.strip())
                        .atZoneSameInstant(LondonTime.ZONE)
                        .toLocalDateTime());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }
}
