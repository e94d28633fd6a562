package org.bluelamp.alerts.channel;

import org.jspecify.annotations.Nullable;

/**
 * A provider did not take a message. What it says here is the provider's code only: its text may repeat the address.
 */
public final class NotAccepted extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a refusal means for what comes next. */
    private enum Meaning {
        /** The provider will never take a message for this address. */
        ADDRESS_REFUSED,
        /** The provider will never take this message. */
        MESSAGE_REFUSED,
        /** The provider may take it later: it is busy, or its answer is about us rather than the recipient. */
        LATER,
        /** The provider takes no more just now; it says nothing about us, this message or its receiver. */
        PATIENCE,
        /** The provider cannot be reached or stopped answering. */
        UNREACHABLE,
        /** The provider counts as away, so it was not asked. */
        NOT_ASKED
    }

    private final Meaning meaning;

    private NotAccepted(String code, Meaning meaning) {
        // No cause: the exceptions of the mail library carry addresses in their messages, and causes end up in logs.
        super(code, null, false, false);
        this.meaning = meaning;
    }

    /**
     * No message at all is taken for the address.
     *
     * @param code what the provider answered, without any words that may hold the address, such as {@code smtp 550}
     */
    public static NotAccepted address(String code) {
        return new NotAccepted(code, Meaning.ADDRESS_REFUSED);
    }

    /** This message will never be taken. */
    public static NotAccepted forGood(String code) {
        return new NotAccepted(code, Meaning.MESSAGE_REFUSED);
    }

    /** It may be taken later. */
    public static NotAccepted forNow(String code) {
        return new NotAccepted(code, Meaning.LATER);
    }

    /** It takes no more just now, or somebody behind it does not work. */
    public static NotAccepted patience(String code) {
        return new NotAccepted(code, Meaning.PATIENCE);
    }

    /** Nobody answered, so that nobody can tell whether it was taken. */
    public static NotAccepted unreachable(Exception why) {
        return new NotAccepted("no answer: " + why.getClass().getSimpleName(), Meaning.UNREACHABLE);
    }

    /** The provider answered that it does not work at present. */
    public static NotAccepted away(String code) {
        return new NotAccepted(code, Meaning.UNREACHABLE);
    }

    /** The provider was not asked. */
    public static NotAccepted notAsked() {
        return new NotAccepted("not asked: the provider counts as away", Meaning.NOT_ASKED);
    }

    /** What to keep on record, for example {@code smtp 550}. */
    public String code() {
        var message = getMessage();
        return message == null ? "" : message;
    }

    /** Whether trying again is pointless. */
    public boolean isForGood() {
        return meaning == Meaning.ADDRESS_REFUSED || meaning == Meaning.MESSAGE_REFUSED;
    }

    /** Whether no message at all is taken for the address. */
    public boolean isAddressRefused() {
        return meaning == Meaning.ADDRESS_REFUSED;
    }

    /** Whether nothing was refused, only put off. */
    boolean isPatience() {
        return meaning == Meaning.PATIENCE;
    }

    /** Whether the connection cannot be used for the next message. */
    public boolean isConnectionLost() {
        return meaning == Meaning.UNREACHABLE || meaning == Meaning.NOT_ASKED;
    }

    /** Whether the provider was not even asked, so that this was no try. */
    public boolean isNoTry() {
        return meaning == Meaning.NOT_ASKED;
    }

    @Override
    public @Nullable String getMessage() {
        return super.getMessage();
    }
}
