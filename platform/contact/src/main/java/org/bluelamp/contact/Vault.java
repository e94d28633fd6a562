package org.bluelamp.contact;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * Keeps texts readable to the service and to nobody who only has the database. A text is sealed with an AEAD keyset and
 * bound to the id of the row it belongs to, so that it cannot be moved to another one.
 */
public final class Vault {

    private final Aead aead;
    private final byte[] primaryPrefix;

    /**
     * @param setting the name of the setting that the keyset comes from, for the message when it cannot be used
     * @param keyset a Tink JSON keyset for AEAD in base64; its primary key seals, all its keys open
     * @throws IllegalArgumentException when the keyset cannot be used; the message holds nothing of it
     */
    public Vault(String setting, String keyset) {
        try {
            AeadConfig.register();
            var json = new String(Base64.getDecoder().decode(keyset), StandardCharsets.UTF_8);
            var keys = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.primaryPrefix = keys.getPrimary().getKey() instanceof AeadKey key
                    ? key.getOutputPrefix().toByteArray()
                    : new byte[0];
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " is not a Tink JSON keyset for AEAD in base64", e);
        }
    }

    /** The text, sealed for the row with that id. */
    public byte[] seal(UUID owner, String text) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), bytes(owner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The text of " + owner + " could not be sealed", e);
        }
    }

    /**
     * What everything begins with that the present primary key seals, so that one can find what an older key sealed. Empty
     * for a key that leaves no mark, whose work nobody can tell.
     */
    public byte[] primaryPrefix() {
        return primaryPrefix.clone();
    }

    /** @throws IllegalStateException when the keys do not fit, or the bytes were changed or belong to another row */
    public String open(UUID owner, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, bytes(owner)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is sealed for " + owner + " could not be opened", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
