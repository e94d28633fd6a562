package org.bluelamp.alerts.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/**
 * Signs emails for the domain that they come from (RFC 6376), so that receivers can tell them from those of somebody who
 * only says so. Both headers of one-click unsubscription are covered, as RFC 8058, section 4, asks.
 */
public final class Dkim {

    private static final int LEAST_BITS = 2048;

    private final RSAPrivateKey key;
    private final String selector;
    private final String domain;

    private Dkim(RSAPrivateKey key, String selector, String domain) {
        this.key = key;
        this.selector = selector;
        this.domain = domain;
    }

    /**
     * What signs; empty when we do not.
     *
     * @param mailDomain the domain that our mail comes from
     * @throws IllegalArgumentException when the key cannot be used; the message holds nothing of it
     */
    public static Optional<Dkim> of(DkimSettings settings, String mailDomain) {
        if (settings.key().isBlank()) {
            return Optional.empty();
        }
        var domain = settings.domain().isBlank() ? mailDomain : settings.domain();
        return Optional.of(new Dkim(key(settings.key()), settings.selector(), domain));
    }

    private static RSAPrivateKey key(String text) {
        var base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            if (KeyFactory.getInstance("RSA").generatePrivate(spec) instanceof RSAPrivateKey key
                    && key.getModulus().bitLength() >= LEAST_BITS) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            // Told below, without what was given.
        }
        throw new IllegalArgumentException("DKIM_KEY is not an RSA key of 2048 bits or more as PKCS#8 in base64");
    }

    /** The message, which is signed while it is written. */
    SMTPMessage signed(MimeMessage message) throws MessagingException {
        // The library's signer holds the state of one signature.
        var signer = new DkimSigner(domain, selector, key);
        signer.setHeaderCanonicalization(Canonicalization.RELAXED);
        signer.setBodyCanonicalization(Canonicalization.RELAXED);
        signer.addHeaderToSign("List-Unsubscribe-Post");
        // Looks into the DNS for every email otherwise.
        signer.setCheckDomainKey(false);
        return new DkimMessage(message, signer);
    }
}
