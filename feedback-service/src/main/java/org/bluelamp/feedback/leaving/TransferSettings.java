package org.bluelamp.feedback.leaving;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What manifests are signed with: known to both ends and to nobody else.
 *
 * @param key 32 characters or more; empty where nothing is to be taken along
 */
@ConfigurationProperties("bluelamp.feedback.transfer")
public record TransferSettings(String key) {

    private static final int SHORTEST = 32;

    /** @throws IllegalArgumentException when the key is too short */
    public TransferSettings(@Nullable String key) {
        this.key = key == null ? "" : key.strip();
        if (!this.key.isEmpty() && this.key.length() < SHORTEST) {
            throw new IllegalArgumentException("TRANSFER_KEY needs " + SHORTEST + " characters or more");
        }
    }

    /** Whether anything can be signed. */
    public boolean set() {
        return !key.isEmpty();
    }

    /** Says nothing, so that no key ends in a log. */
    @Override
    public String toString() {
        return "TransferSettings[not shown]";
    }
}
