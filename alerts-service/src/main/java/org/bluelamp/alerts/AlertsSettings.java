package org.bluelamp.alerts;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys and the sender's address, all from the environment.
 *
 * @param mailFrom the address that mail comes from, without a name
 * @param addressKeys a Tink JSON keyset for AEAD in base64
 * @param addressHashKey keys of 32 bytes in base64, separated by commas; the first hashes, all find
 * @param linkKey keys of 32 bytes in base64, separated by commas; the first signs, all are accepted
 */
@ConfigurationProperties("bluelamp.alerts")
public record AlertsSettings(String mailFrom, String addressKeys, String addressHashKey, String linkKey) {

    List<byte[]> linkKeys() {
        return Arrays.stream(linkKey.split(","))
                .map(String::strip)
                .map(Base64.getDecoder()::decode)
                .toList();
    }

    /** Says nothing, so that no key ends in a log. */
    @Override
    public String toString() {
        return "AlertsSettings[not shown]";
    }
}
