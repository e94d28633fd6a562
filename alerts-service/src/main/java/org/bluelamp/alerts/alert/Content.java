package org.bluelamp.alerts.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bluelamp.service.area.AreaCode;

/**
 * What an alert says and whom it is for. All words are plain text, of at most so many characters.
 *
 * @param headline what is happening, on one line
 * @param description more of it
 * @param instruction what readers should do, when there is anything to do
 * @param links pages and files that belong to it
 * @param sender the area of the team that sends it
 * @param expires when it is over: no longer shown or sent
 * @param worthSending for how long after it was sent first it is worth sending, where that is not by its urgency
 * @param poll what it asks its readers, when it does
 */
public record Content(
        String headline,
        String description,
        Optional<String> instruction,
        Category category,
        Severity severity,
        Urgency urgency,
        Certainty certainty,
        Target target,
        List<Link> links,
        AreaCode sender,
        Instant expires,
        Optional<Duration> worthSending,
        Optional<Poll> poll) {

    /** The longest headline. */
    public static final int HEADLINE_LIMIT = 160;

    /** The longest description. */
    public static final int DESCRIPTION_LIMIT = 4000;

    /** The longest instruction. */
    public static final int INSTRUCTION_LIMIT = 2000;

    /** So many links are enough. */
    public static final int MOST_LINKS = 10;

    /**
     * What XML cannot hold (XML 1.0, section 2.2), halves of characters, and the marks that turn the direction of reading,
     * which can make a text look like another one.
     */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private static final Pattern BLANK = Pattern.compile("\\[[^\\]\\n]{1,60}\\]");
    private static final Duration NOW = Duration.ofHours(2);
    private static final Duration SOON = Duration.ofHours(12);
    private static final Duration LATER = Duration.ofHours(24);

    /** @throws IllegalArgumentException when a text is missing or too long, or there are too many links */
    public Content {
        headline = line(headline);
        description = lines(description);
        instruction = instruction.map(Content::lines).filter(text -> !text.isEmpty());
        links = List.copyOf(links);
        check("headline", headline, HEADLINE_LIMIT);
        check("description", description, DESCRIPTION_LIMIT);
        instruction.ifPresent(text -> check("instruction", text, INSTRUCTION_LIMIT));
        if (links.size() > MOST_LINKS) {
            throw new IllegalArgumentException("An alert has at most " + MOST_LINKS + " links");
        }
    }

    /** Content that asks nothing. */
    public Content(
            String headline,
            String description,
            Optional<String> instruction,
            Category category,
            Severity severity,
            Urgency urgency,
            Certainty certainty,
            Target target,
            List<Link> links,
            AreaCode sender,
            Instant expires,
            Optional<Duration> worthSending) {
        this(
                headline,
                description,
                instruction,
                category,
                severity,
                urgency,
                certainty,
                target,
                links,
                sender,
                expires,
                worthSending,
                Optional.empty());
    }

    /**
     * When it is no longer worth sending, for one that is sent at a time: as it was decided, else 2 hours later when
     * people must act now, 12 when soon, 24 when later; never after its end.
     */
    public Instant notAfter(Instant sent) {
        var latest = sent.plus(worthSending.orElseGet(() -> switch (urgency) {
            case IMMEDIATE -> NOW;
            case EXPECTED, PAST, UNKNOWN -> SOON;
            case FUTURE -> LATER;
        }));
        return latest.isBefore(expires) ? latest : expires;
    }

    /** The blanks of a template that were not filled in, with their brackets. */
    public List<String> blanks() {
        return BLANK.matcher(headline + "\n" + description + "\n" + instruction.orElse(""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** How long a text is, as people count: characters, not code units, each line's end as one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Text of several lines as it is kept: lines end with a line feed, nothing around. */
    public static String lines(String text) {
        return UNWRITABLE
                .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
    }

    /** Text of one line as it is kept. */
    static String line(String text) {
        return UNWRITABLE.matcher(text.replaceAll("\\s+", " ")).replaceAll("").strip();
    }

    private static void check(String what, String text, int limit) {
        if (text.isEmpty() || length(text) > limit) {
            throw new IllegalArgumentException("A " + what + " has 1 to " + limit + " characters");
        }
    }
}
