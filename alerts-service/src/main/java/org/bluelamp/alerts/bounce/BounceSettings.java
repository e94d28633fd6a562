package org.bluelamp.alerts.bounce;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports of bounces and complaints are taken.
 *
 * @param key what reports are signed with, at least 32 characters; empty when none are taken
 * @param validFor how far the time of a signature may be from ours
 */
@ConfigurationProperties("bluelamp.alerts.bounces")
public record BounceSettings(
        @DefaultValue("") String key, @DefaultValue("5m") Duration validFor) {

    public BounceSettings {
        if (!key.isEmpty() && key.length() < 32) {
            throw new IllegalArgumentException("BOUNCE_KEY needs 32 characters or more");
        }
    }

    /** Says nothing, so that the key ends in no log. */
    @Override
    public String toString() {
        return "BounceSettings[not shown]";
    }
}
