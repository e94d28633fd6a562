package org.bluelamp.local;

import org.jspecify.annotations.Nullable;

/** Something the person at the machine has to know; the message is one sentence that says what and what to do. */
public final class LocalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence for the person. */
    public LocalException(String sentence) {
        super(sentence);
    }

    /** With a sentence for the person and what caused it. */
    public LocalException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
