package org.bluelamp.alerts.link;

import java.util.UUID;

/** What a token turned out to be. */
public sealed interface LinkReading {

    /**
     * Ours, for this purpose, still in time.
     *
     * @param subject whom or what the token names
     * @param scope what of it, for example a mailing list; empty when the purpose needs none
     */
    record Valid(UUID subject, String scope) implements LinkReading {}

    /** Ours and for this purpose, but its time is over. */
    record Expired() implements LinkReading {}

    /** Not ours, damaged on the way, or made for another purpose; which of them is nobody's business. */
    record Forged() implements LinkReading {}
}
