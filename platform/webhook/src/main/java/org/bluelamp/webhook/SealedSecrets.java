package org.bluelamp.webhook;

import java.util.Optional;
import java.util.UUID;
import org.bluelamp.contact.Vault;

/** Seals the secrets of tools with {@code WEBHOOK_KEYS}, each for its row. */
class SealedSecrets {

    private final Vault vault;

    SealedSecrets(WebhookSettings settings) {
        vault = new Vault("WEBHOOK_KEYS", settings.keys());
    }

    byte[] seal(UUID target, Secret secret) {
        return vault.seal(target, secret.text());
    }

    /** Empty when the key is missing. */
    Optional<Secret> open(UUID target, byte[] sealed) {
        try {
            return Optional.of(new Secret(vault.open(target, sealed)));
        } catch (IllegalStateException keyMissing) {
            return Optional.empty();
        }
    }
}
