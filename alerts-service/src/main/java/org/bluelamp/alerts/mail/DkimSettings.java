package org.bluelamp.alerts.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How our emails are signed, where the mail server does not do it.
 *
 * @param key an RSA key of 2048 bits or more: PKCS#8 in base64, with or without PEM's lines around it; empty when we do
 *     not sign
 * @param selector names the record {@code <selector>._domainkey.<domain>} in which the public key stands
 * @param domain whose record that is; empty for the domain that our mail comes from
 */
@ConfigurationProperties("bluelamp.alerts.dkim")
public record DkimSettings(
        @DefaultValue("") String key,
        @DefaultValue("bluelamp") String selector,
        @DefaultValue("") String domain) {

    /** Says no key. */
    @Override
    public String toString() {
        return "DkimSettings[selector=" + selector + ", domain=" + domain + "]";
    }
}
