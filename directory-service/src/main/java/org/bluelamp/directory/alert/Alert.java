package org.bluelamp.directory.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is live, as alerts-service last told it.
 *
 * @param instruction what to do, in plain text; null when there is nothing to do
 * @param sender the team's name
 * @param areas the names of the areas it is for, as far as we know them
 * @param issuedAt when it went out first
 * @param sentAt when it was last updated, else the same
 */
public record Alert(
        String reference,
        String headline,
        @Nullable String instruction,
        Severity severity,
        String sender,
        List<String> areas,
        Instant issuedAt,
        Instant sentAt,
        Instant expiresAt) {

    /** The address of its page, which alerts-service has. */
    public String path() {
        return "/alerts/" + reference;
    }

    public boolean updated() {
        return sentAt.isAfter(issuedAt);
    }
}
