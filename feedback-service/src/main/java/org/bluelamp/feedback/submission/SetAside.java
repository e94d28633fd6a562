package org.bluelamp.feedback.submission;

/**
 * Why what a resident sent is kept out of the working list at first: it looks as if a program wrote it. It is kept and staff can
 * look at it, because a person's browser may look the same; see ADR 0081.
 */
public enum SetAside {
    /** A field that people do not see was filled in. */
    HONEYPOT("honeypot", "a field hidden from people was filled in"),
    /** The form came back sooner than a person can read it. */
    TOO_FAST("too-fast", "the form was sent back within seconds"),
    /** It holds words that the force has blocked. */
    BLOCKED_WORDS("blocked-words", "it holds words that are blocked"),
    /** A program sent it when many had come within minutes. */
    FLOOD("flood", "a program sent it when many had come within minutes");

    private final String code;
    private final String reason;

    SetAside(String code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The word in the database. */
    public String code() {
        return code;
    }

    /** The reason in words for staff. */
    public String reason() {
        return reason;
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static SetAside of(String code) {
        for (SetAside value : values()) {
            if (value.code.equals(code)) {
                return value;
            }
        }
        throw new IllegalArgumentException("No such reason: " + code);
    }
}
