package org.bluelamp.feedback.cases;

import java.util.Locale;

/** What a case came as. */
public enum Kind {
    /** A message to the team. */
    MESSAGE("Message"),
    /** What a resident said should be a priority. */
    CONCERN("Concern"),
    /** A message about an alert. */
    ALERT_REPLY("Reply to an alert"),
    /** What was said to an officer face to face. */
    CONVERSATION("Conversation"),
    /** A form filled in by hand. */
    PAPER("Paper form");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** The word for pages. */
    public String label() {
        return label;
    }

    /** The word in addresses and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
