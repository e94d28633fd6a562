package org.bluelamp.alerts.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.contact.Vault;

/**
 * Keeps addresses readable to the service and to nobody who only has the database. An address is sealed in a
 * {@link Vault}, bound to its subscriber, and found again by a keyed hash, which cannot be tried out against lists of
 * addresses without the key.
 */
public final class AddressVault {

    private final Vault vault;
    private final SecretKeySpec hashKey;

    /**
     * @param keyset a Tink JSON keyset for AEAD in base64; its primary key seals, all its keys open
     * @param hashKey at least 32 bytes in base64
     * @throws IllegalArgumentException when a key cannot be used; the message holds nothing of it
     */
    public AddressVault(String keyset, String hashKey) {
        this.vault = new Vault("ADDRESS_KEYS", keyset);
        var key = Base64.getDecoder().decode(hashKey);
        if (key.length < 32) {
            throw new IllegalArgumentException("ADDRESS_HASH_KEY needs 32 bytes or more");
        }
        this.hashKey = new SecretKeySpec(key, "HmacSHA256");
    }

    byte[] hash(MailAddress address) {
        return mac(address.normalised());
    }

    /** The same for all ways of writing one mailbox, and never that of an address. */
    byte[] mailboxHash(MailAddress address) {
        return mac("mailbox " + address.mailbox());
    }

    private byte[] mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(hashKey);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    byte[] seal(UUID subscriber, MailAddress address) {
        return vault.seal(subscriber, address.value());
    }

    /** @throws IllegalStateException when the keys do not fit, or the bytes were changed or belong to somebody else */
    public MailAddress open(UUID subscriber, byte[] sealed) {
        return new MailAddress(vault.open(subscriber, sealed));
    }
}
