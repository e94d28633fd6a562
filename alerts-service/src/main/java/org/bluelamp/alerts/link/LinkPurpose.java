package org.bluelamp.alerts.link;

/** The one thing a signed link lets its bearer do. A token made for one purpose is worthless for another. */
public enum LinkPurpose {
    /** Confirm the sign-up that the token names. */
    CONFIRM('c'),
    /** See and change which areas the subscriber that the token names follows. */
    MANAGE('m'),
    /** Take the subscriber that the token names off one mailing list; never expires (RFC 8058, section 4). */
    UNSUBSCRIBE('u'),
    /** Write one message to the watch scheme that the token's row names. */
    WRITE('w'),
    /** Not in a mail: tells in a form when the form was opened. */
    FORM('f');

    private final char code;

    LinkPurpose(char code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }
}
