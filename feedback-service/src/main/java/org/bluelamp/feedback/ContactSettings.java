package org.bluelamp.feedback;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key of contact details, from the environment.
 *
 * @param keys a Tink JSON keyset for AEAD in base64
 */
@ConfigurationProperties("bluelamp.feedback.contact")
public record ContactSettings(String keys) {

    /** Says nothing, so that no key ends in a log. */
    @Override
    public String toString() {
        return "ContactSettings[not shown]";
    }
}
