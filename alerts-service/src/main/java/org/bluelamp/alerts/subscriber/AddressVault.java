package org.bluelamp.alerts.subscriber;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps addresses readable to the service and to nobody who only has the database. An address is sealed with an AEAD
 * keyset, bound to its subscriber so that it cannot be moved to another row, and found again by a keyed hash, which
 * cannot be tried out against lists of addresses without the key.
 */
public final class AddressVault {

    private final Aead aead;
    private final SecretKeySpec hashKey;

    /**
     * @param keyset a Tink JSON keyset for AEAD in base64; its primary key seals, all its keys open
     * @param hashKey at least 32 bytes in base64
     * @throws IllegalArgumentException when a key cannot be used; the message holds nothing of it
     */
    public AddressVault(String keyset, String hashKey) {
        this.aead = aead(keyset);
        var key = Base64.getDecoder().decode(hashKey);
        if (key.length < 32) {
            throw new IllegalArgumentException("ADDRESS_HASH_KEY needs 32 bytes or more");
        }
        this.hashKey = new SecretKeySpec(key, "HmacSHA256");
    }

    byte[] hash(MailAddress address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(hashKey);
            return mac.doFinal(address.normalised().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    byte[] seal(UUID subscriber, MailAddress address) {
        try {
            return aead.encrypt(address.value().getBytes(StandardCharsets.UTF_8), bytes(subscriber));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The address could not be sealed", e);
        }
    }

    /** @throws IllegalStateException when the keys do not fit, or the bytes were changed or belong to somebody else */
    public MailAddress open(UUID subscriber, byte[] sealed) {
        try {
            return new MailAddress(new String(aead.decrypt(sealed, bytes(subscriber)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The address of subscriber " + subscriber + " could not be opened", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static Aead aead(String keyset) {
        try {
            AeadConfig.register();
            var json = new String(Base64.getDecoder().decode(keyset), StandardCharsets.UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("ADDRESS_KEYS is not a Tink JSON keyset for AEAD in base64", e);
        }
    }
}
