package org.bluelamp.alerts.subscriber;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.contact.MobileNumber;
import org.bluelamp.contact.Vault;

/**
 * Keeps addresses readable to the service and to nobody who only has the database. An address is sealed in a
 * {@link Vault}, bound to its subscriber, and found again by a keyed hash, which cannot be tried out against lists of
 * addresses without the key.
 */
public final class AddressVault {

    /** Sets apart what is made of numbers from what is made of addresses. */
    private static final String MOBILE = "mobile ";

    private final Vault vault;
    private final List<SecretKeySpec> hashKeys;

    /**
     * @param keyset a Tink JSON keyset for AEAD in base64; its primary key seals, all its keys open
     * @param hashKeys keys of at least 32 bytes in base64, separated by commas; the first hashes, all find
     * @throws IllegalArgumentException when a key cannot be used; the message holds nothing of it
     */
    public AddressVault(String keyset, String hashKeys) {
        this.vault = new Vault("ADDRESS_KEYS", keyset);
        this.hashKeys = Arrays.stream(hashKeys.split(","))
                .map(String::strip)
                .map(AddressVault::key)
                .toList();
    }

    private static SecretKeySpec key(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            key = new byte[0];
        }
        if (key.length < 32) {
            throw new IllegalArgumentException("ADDRESS_HASH_KEY needs 32 bytes or more in base64");
        }
        return new SecretKeySpec(key, "HmacSHA256");
    }

    byte[] hash(MailAddress address) {
        return mac(hashKeys.getFirst(), address.normalised());
    }

    /** The hashes under every key, the present one first: an address may have been kept under any. */
    List<byte[]> hashes(MailAddress address) {
        return hashKeys.stream().map(key -> mac(key, address.normalised())).toList();
    }

    /** Tells by which key a hash was made, and nothing of the key. */
    public byte[] hashKeyMark() {
        return Arrays.copyOf(mac(hashKeys.getFirst(), "mark"), 4);
    }

    /** What an address sealed with the present key begins with. */
    byte[] prefix() {
        return vault.primaryPrefix();
    }

    /** The same for all ways of writing one mailbox, and never that of an address. */
    byte[] mailboxHash(MailAddress address) {
        return mac(hashKeys.getFirst(), "mailbox " + address.mailbox());
    }

    /** By what a number is found. */
    public byte[] hash(MobileNumber number) {
        return mac(hashKeys.getFirst(), MOBILE + number.value());
    }

    /** The hashes under every key, the present one first. */
    public List<byte[]> hashes(MobileNumber number) {
        return hashKeys.stream().map(key -> mac(key, MOBILE + number.value())).toList();
    }

    /** By what the address of a browser at its push service is found, the present key first. */
    public List<byte[]> endpointHashes(String endpoint) {
        return hashKeys.stream().map(key -> mac(key, "push " + endpoint)).toList();
    }

    /** By what mails about a case are found, the present key first; nothing in another database holds them. */
    public List<byte[]> caseHashes(String topic) {
        return hashKeys.stream().map(key -> mac(key, "case " + topic)).toList();
    }

    /** By what something that happened is known here and nowhere else. */
    public UUID caseMove(UUID told) {
        var bytes = ByteBuffer.wrap(mac(hashKeys.getLast(), "move " + told));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** A number, sealed for a subscriber; worthless in the place of their address. */
    public byte[] seal(UUID subscriber, MobileNumber number) {
        return vault.seal(mobileOf(subscriber), number.value());
    }

    /** @throws IllegalStateException when the keys do not fit, or the bytes were changed or belong to somebody else */
    public MobileNumber openMobile(UUID subscriber, byte[] sealed) {
        return new MobileNumber(vault.open(mobileOf(subscriber), sealed));
    }

    /** Something short and secret, sealed for the row with that id. */
    public byte[] sealSecret(UUID row, String secret) {
        return vault.seal(row, secret);
    }

    /** @throws IllegalStateException as {@link #openMobile} */
    public String openSecret(UUID row, byte[] sealed) {
        return vault.open(row, sealed);
    }

    private static UUID mobileOf(UUID subscriber) {
        return UUID.nameUUIDFromBytes((MOBILE + subscriber).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
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
