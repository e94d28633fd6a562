package org.bluelamp.alerts.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One message of an alert, as it was sent (CAP 1.2, alert).
 *
 * @param identifier names it among all messages (CAP 1.2, identifier)
 * @param content what it says; of a cancellation, what the message before said
 * @param reason why the alert was called back, for readers; of a cancellation alone
 * @param by who sent it
 */
public record Message(
        String identifier, Kind kind, Content content, Optional<String> reason, Person by, Instant sentAt) {

    /** The longest reason. */
    public static final int REASON_LIMIT = 500;

    /** @throws IllegalArgumentException when a cancellation has no reason, or anything else has one */
    public Message {
        reason = reason.map(Content::lines).filter(text -> !text.isEmpty());
        if ((kind == Kind.CANCEL) != reason.isPresent()) {
            throw new IllegalArgumentException("A cancellation has a reason, and nothing else has");
        }
        if (reason.filter(text -> Content.length(text) > REASON_LIMIT).isPresent()) {
            throw new IllegalArgumentException("A reason has at most " + REASON_LIMIT + " characters");
        }
    }

    /** What a message does (CAP 1.2, msgType). */
    public enum Kind {
        ALERT,
        UPDATE,
        CANCEL;

        /** As tables write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As CAP writes it. */
        public String cap() {
            return name().charAt(0) + code().substring(1);
        }

        /** @throws IllegalArgumentException when there is none of that code */
        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
