package org.bluelamp.alerts.push;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a message for a browser: RFC 8291 with the content encoding aes128gcm of RFC 8188, in one record. By the JDK
 * alone, which has every part of it.
 */
final class Encryption {

    private static final int RECORD = 4096;

    /** What one record holds besides the message: its end's mark and the seal. */
    private static final int OVERHEAD = 17 + 86;

    /** The longest message that every push service takes (RFC 8030, section 7.2). */
    static final int LONGEST = RECORD - OVERHEAD;

    private Encryption() {}

    /** A pair of keys for one message. */
    static KeyPair fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has P-256", e);
        }
    }

    /**
     * The body to be sent.
     *
     * @param receiver the browser's public key, uncompressed
     * @param secret what it shares with us
     * @param ours a pair of keys that is used for this message alone
     * @param salt 16 random bytes
     * @throws IllegalArgumentException when the browser's key is none
     */
    static byte[] encrypt(byte[] message, byte[] receiver, byte[] secret, KeyPair ours, byte[] salt) {
        if (message.length > LONGEST) {
            throw new IllegalArgumentException("A notification has " + LONGEST + " bytes at most");
        }
        try {
            var own = uncompressed((ECPublicKey) ours.getPublic());
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init((ECPrivateKey) ours.getPrivate());
            agreement.doPhase(publicKey(receiver), true);
            var material =
                    derive(agreement.generateSecret(), secret, joined(text("WebPush: info\0"), receiver, own), 32);
            var key = derive(material, salt, text("Content-Encoding: aes128gcm\0"), 16);
            var nonce = derive(material, salt, text("Content-Encoding: nonce\0"), 12);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            var sealed = cipher.doFinal(joined(message, new byte[] {2}));
            return joined(salt, new byte[] {0, 0, RECORD >> 8, 0, (byte) own.length}, own, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The browser's key cannot be used", e);
        }
    }

    /** A public key as it goes over the wire: a four and the two coordinates. */
    static byte[] uncompressed(ECPublicKey key) {
        return joined(
                new byte[] {4},
                coordinate(key.getW().getAffineX()),
                coordinate(key.getW().getAffineY()));
    }

    /** @throws GeneralSecurityException when it is no point of the curve */
    static ECPublicKey publicKey(byte[] uncompressed) throws GeneralSecurityException {
        if (uncompressed.length != 65 || uncompressed[0] != 4) {
            throw new GeneralSecurityException("Not an uncompressed point of P-256");
        }
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var curve = parameters.getParameterSpec(ECParameterSpec.class);
        var point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(uncompressed, 33, 65)));
        requireOn(curve, point);
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    }

    /** A point beside the curve would tell of our key by what it makes of it. */
    private static void requireOn(ECParameterSpec curve, ECPoint point) throws GeneralSecurityException {
        var field = ((java.security.spec.ECFieldFp) curve.getCurve().getField()).getP();
        var x = point.getAffineX();
        var y = point.getAffineY();
        var right = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(field);
        if (x.compareTo(field) >= 0
                || y.compareTo(field) >= 0
                || !y.pow(2).mod(field).equals(right)) {
            throw new GeneralSecurityException("Not a point of P-256");
        }
    }

    private static byte[] derive(byte[] material, byte[] salt, byte[] info, int length)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(material)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var padded = new byte[32];
        var from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, padded, 32 - (bytes.length - from), bytes.length - from);
        return padded;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
