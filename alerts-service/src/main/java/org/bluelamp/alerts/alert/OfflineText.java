package org.bluelamp.alerts.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.web.page.LondonTime;
import org.springframework.stereotype.Component;

/**
 * Writes an alert for those without internet: a letter to be printed and put through doors or on a board, and a script to
 * be read out on the telephone. Both are for everybody, without a name or an address.
 */
@Component
public class OfflineText {

    /** About a minute, as slowly as one reads to be understood. */
    private static final int WORDS_SPOKEN = 130;

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final Areas areas;
    private final AlertSenders senders;
    private final AlertLinks links;

    OfflineText(Areas areas, AlertSenders senders, AlertLinks links) {
        this.areas = areas;
        this.senders = senders;
        this.links = links;
    }

    /**
     * A letter.
     *
     * @param from who it is from
     * @param date the day of the message
     * @param heading what it is about
     * @param urgent what to do, before all else; none when there is nothing to do
     * @param paragraphs the rest of it
     */
    public record Letter(String from, String date, String heading, List<String> urgent, List<String> paragraphs) {

        public Letter {
            urgent = List.copyOf(urgent);
            paragraphs = List.copyOf(paragraphs);
        }

        /** The same as plain text. */
        public String text() {
            var parts = new ArrayList<String>();
            parts.add(from);
            parts.add(date);
            parts.add(heading);
            parts.addAll(urgent);
            parts.addAll(paragraphs);
            return String.join("\n\n", parts) + "\n";
        }
    }

    /** The letter of an alert's latest message. */
    public Letter letter(Sent alert) {
        var content = alert.content();
        var latest = alert.messages().latest();
        var where = where(content);
        var paragraphs = new ArrayList<String>();
        var urgent = new ArrayList<String>();
        String heading;
        if (alert instanceof Cancelled cancelled) {
            heading = "We have called back an alert about " + where;
            paragraphs.add("On " + LondonTime.minute(alert.messages().first().sentAt())
                    + " we told you of an alert. Please do not rely on it.");
            paragraphs.add("The reason: " + cancelled.reason());
        } else {
            heading = (alert.messages().updated() ? "Update: " : "") + content.headline();
            content.instruction().ifPresent(instruction -> urgent.addAll(lines(instruction)));
            paragraphs.addAll(lines(content.description()));
            paragraphs.add("This is for " + where + ", until " + LondonTime.minute(content.expires()) + ".");
        }
        paragraphs.add("Please tell neighbours who may not have read this.");
        paragraphs.add("In an emergency call 999. To report a crime, or to ask about this, call 101 and say “alert "
                + alert.reference().value()
                + "”. Crimestoppers takes what you know without your name on 0800 555 111.");
        paragraphs.add("On the web: " + links.alert(alert.reference().value()));
        return new Letter(senders.name(content.sender()), LondonTime.day(latest.sentAt()), heading, urgent, paragraphs);
    }

    /** What is read out on the telephone: whole sentences, no web addresses, numbers as they are said. */
    public String voice(Sent alert) {
        var content = alert.content();
        var spoken = new ArrayList<String>();
        spoken.add("This is a message from " + sentence(senders.name(content.sender())));
        if (alert instanceof Cancelled cancelled) {
            spoken.add("We have called back an alert about " + sentence(where(content)));
            spoken.add("Please do not rely on it.");
            spoken.add("The reason: " + sentence(cancelled.reason()));
        } else {
            spoken.add((alert.messages().updated() ? "This is an update. " : "") + sentence(content.headline()));
            content.instruction().ifPresent(instruction -> spoken.add(sentence(instruction)));
            spoken.addAll(fitting(content.description(), WORDS_SPOKEN - words(String.join(" ", spoken))));
            spoken.add("This is for " + where(content) + ", until " + sentence(LondonTime.minute(content.expires())));
        }
        spoken.add("If you are in danger, call nine, nine, nine. For anything else, call one, oh, one.");
        spoken.add("I will say that again.");
        return String.join("\n", spoken) + "\n";
    }

    /** As many whole sentences from the beginning as there is room for. */
    private static List<String> fitting(String text, int room) {
        var kept = new ArrayList<String>();
        var left = room;
        for (var sentence : oneLine(text).split("(?<=[.!?]) ")) {
            left -= words(sentence);
            if (left < 0) {
                break;
            }
            if (!sentence.isBlank()) {
                kept.add(sentence(sentence));
            }
        }
        return kept;
    }

    private String where(Content content) {
        return content.target().inWords(areas.named(content.target().areas()));
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static String sentence(String text) {
        var one = oneLine(text);
        return one.matches(".*[.!?]") ? one : one + ".";
    }

    /** An address on the web cannot be said. */
    private static String oneLine(String text) {
        return ADDRESS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
