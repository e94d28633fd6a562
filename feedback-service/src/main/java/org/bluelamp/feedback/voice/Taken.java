package org.bluelamp.feedback.voice;

/** What became of what somebody sent. Nothing is dropped. */
public enum Taken {
    /** It counts, as one voice. */
    VERIFIED,
    /** It is kept, and counted apart from those with a code. */
    UNVERIFIED,
    /** The round has no such code; nothing was kept. */
    UNKNOWN_CODE,
    /** The code has given its voice before; nothing was kept. */
    USED_CODE,
    /** Nobody can answer the round now; nothing was kept. */
    NOT_OPEN;

    /** Whether it was kept. */
    public boolean kept() {
        return this == VERIFIED || this == UNVERIFIED;
    }
}
