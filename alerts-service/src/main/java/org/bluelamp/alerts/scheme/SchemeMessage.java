package org.bluelamp.alerts.scheme;

import java.time.Instant;
import java.util.UUID;

/**
 * What a coordinator wrote.
 *
 * @param scheme the name of the scheme
 * @param kind what the scheme is about
 */
public record SchemeMessage(
        UUID id, UUID schemeId, String scheme, SchemeKind kind, String heading, String body, Instant sentAt) {

    /** Who it is from: the scheme, and words that tell it from the police. */
    String sender() {
        return scheme + ", " + kind.whose();
    }
}
