package org.bluelamp.alerts.push;

import java.net.URI;
import java.util.UUID;

/**
 * A browser that asked for notifications.
 *
 * @param id ours
 * @param endpoint where its push service takes messages for it; a secret
 * @param key its public key, uncompressed
 * @param secret what it shares with us
 */
record Device(UUID id, URI endpoint, byte[] key, byte[] secret) {

    /** Says nothing of where it is. */
    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
