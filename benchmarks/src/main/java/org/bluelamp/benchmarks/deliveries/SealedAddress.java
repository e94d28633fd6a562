package org.bluelamp.benchmarks.deliveries;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bluelamp.local.secret.Secrets;

/**
 * Seals made-up addresses as the alerts service does (ADR 70), with the platform's own keys. That both agree shows when
 * the service opens them to send.
 */
final class SealedAddress {

    private final Aead aead;
    private final Mac hash;

    SealedAddress(Secrets secrets) throws GeneralSecurityException {
        AeadConfig.register();
        String keyset =
                new String(Base64.getDecoder().decode(secrets.keyset("alerts.address-keys")), StandardCharsets.UTF_8);
        aead = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        hash = Mac.getInstance("HmacSHA256");
        hash.init(new SecretKeySpec(Base64.getDecoder().decode(secrets.key("alerts.address-hash-key")), "HmacSHA256"));
    }

    /** What stands in the database instead of the address. */
    byte[] seal(UUID subscriber, String address) throws GeneralSecurityException {
        byte[] bound = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(subscriber.getMostSignificantBits())
                .putLong(subscriber.getLeastSignificantBits())
                .array();
        return aead.encrypt(address.getBytes(StandardCharsets.UTF_8), bound);
    }

    /** The mark of the key that hashes, as the service keeps it with each subscriber. */
    byte[] mark() {
        return Arrays.copyOf(hash("mark"), 4);
    }

    /** By what the address is found. Not for several threads at once. */
    byte[] hash(String address) {
        return hash.doFinal(address.getBytes(StandardCharsets.UTF_8));
    }
}
