package org.bluelamp.alerts.mail;

import org.jspecify.annotations.Nullable;

/**
 * The mail server did not take a mail. The message holds the server's code only: its text may repeat the address.
 */
public final class NotAccepted extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean forGood;
    private final boolean connectionLost;
    private final boolean noTry;

    private NotAccepted(String code, boolean forGood, boolean connectionLost, boolean noTry) {
        // No cause: the exceptions of the mail library carry addresses in their messages, and causes end up in logs.
        super(code, null, false, false);
        this.forGood = forGood;
        this.connectionLost = connectionLost;
        this.noTry = noTry;
    }

    /** The server will never take mail for this address (an answer 5xx to the recipient or the content). */
    static NotAccepted forGood(int code) {
        return new NotAccepted("smtp " + code, true, false, false);
    }

    /** The server may take it later (an answer 4xx, or one about us rather than the recipient). */
    static NotAccepted forNow(int code) {
        return new NotAccepted("smtp " + code, false, false, false);
    }

    /** The server cannot be reached or stopped answering. */
    static NotAccepted unreachable(Exception why) {
        return new NotAccepted("no answer: " + why.getClass().getSimpleName(), false, true, false);
    }

    /** The server counts as away, so it was not asked. */
    static NotAccepted away() {
        return new NotAccepted("not asked: the server counts as away", false, true, true);
    }

    /** Whether the server was not even asked, so that this was no try. */
    public boolean isNoTry() {
        return noTry;
    }

    /** What to keep on record, for example {@code smtp 550}. */
    public String code() {
        var message = getMessage();
        return message == null ? "" : message;
    }

    /** Whether trying again is pointless. */
    public boolean isForGood() {
        return forGood;
    }

    /** Whether the connection cannot be used for the next mail. */
    public boolean isConnectionLost() {
        return connectionLost;
    }

    @Override
    public @Nullable String getMessage() {
        return super.getMessage();
    }
}
