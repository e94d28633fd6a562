package org.bluelamp.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tools are called.
 *
 * @param keys a Tink JSON keyset for AEAD in base64, with which the secrets of tools are sealed
 * @param privateTargets whether a tool may be on this machine or in a private network, and without https; only where
 *     somebody tries the platform out
 * @param patience how long one call may take in all
 * @param pauses before the second attempt, the third, and so on; the last one again and again
 * @param giveUpAfter how long a call is tried
 */
@ConfigurationProperties("bluelamp.webhook")
public record WebhookSettings(
        String keys,
        @DefaultValue("false") boolean privateTargets,
        @DefaultValue("15s") Duration patience,

        @DefaultValue({"5s", "30s", "2m", "10m", "30m", "1h", "2h", "4h"})
        List<Duration> pauses,

        @DefaultValue("3d") Duration giveUpAfter) {

    /** How long to wait after so many attempts. */
    Duration pauseAfter(int attempts) {
        return pauses.get(Math.min(attempts, pauses.size()) - 1);
    }

    /** Says no key, so that none ends in a log. */
    @Override
    public String toString() {
        return "WebhookSettings[privateTargets=" + privateTargets + "]";
    }
}
