package org.bluelamp.alerts.mail;

import org.jspecify.annotations.Nullable;

/**
 * The mail server did not take a mail. The message holds the server's code only: its text may repeat the address.
 */
public final class NotAccepted extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a refusal means for what comes next. */
    private enum Meaning {
        /** The server will never take mail for this address (an answer 5xx to the recipient). */
        ADDRESS_REFUSED,
        /** The server will never take this mail (an answer 5xx to the content). */
        MAIL_REFUSED,
        /** The server may take it later (an answer 4xx, or one about us rather than the recipient). */
        LATER,
        /** The server cannot be reached or stopped answering. */
        UNREACHABLE,
        /** The server counts as away, so it was not asked. */
        NOT_ASKED
    }

    private final Meaning meaning;

    private NotAccepted(String code, Meaning meaning) {
        // No cause: the exceptions of the mail library carry addresses in their messages, and causes end up in logs.
        super(code, null, false, false);
        this.meaning = meaning;
    }

    static NotAccepted address(int code) {
        return new NotAccepted("smtp " + code, Meaning.ADDRESS_REFUSED);
    }

    static NotAccepted forGood(int code) {
        return new NotAccepted("smtp " + code, Meaning.MAIL_REFUSED);
    }

    static NotAccepted forNow(int code) {
        return new NotAccepted("smtp " + code, Meaning.LATER);
    }

    static NotAccepted unreachable(Exception why) {
        return new NotAccepted("no answer: " + why.getClass().getSimpleName(), Meaning.UNREACHABLE);
    }

    static NotAccepted notAsked() {
        return new NotAccepted("not asked: the server counts as away", Meaning.NOT_ASKED);
    }

    /** What to keep on record, for example {@code smtp 550}. */
    public String code() {
        var message = getMessage();
        return message == null ? "" : message;
    }

    /** Whether trying again is pointless. */
    public boolean isForGood() {
        return meaning == Meaning.ADDRESS_REFUSED || meaning == Meaning.MAIL_REFUSED;
    }

    /** Whether no mail at all is taken for the address. */
    public boolean isAddressRefused() {
        return meaning == Meaning.ADDRESS_REFUSED;
    }

    /** Whether the connection cannot be used for the next mail. */
    public boolean isConnectionLost() {
        return meaning == Meaning.UNREACHABLE || meaning == Meaning.NOT_ASKED;
    }

    /** Whether the server was not even asked, so that this was no try. */
    public boolean isNoTry() {
        return meaning == Meaning.NOT_ASKED;
    }

    @Override
    public @Nullable String getMessage() {
        return super.getMessage();
    }
}
