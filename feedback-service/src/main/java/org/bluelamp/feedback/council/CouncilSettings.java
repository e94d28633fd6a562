package org.bluelamp.feedback.council;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How councils are called.
 *
 * @param privateEndPoints whether an end point may be on this machine or in a private network, and without https; only
 *     where somebody tries the platform out
 * @param patience how long one call may take in all
 * @param pauses before the second attempt, the third, and so on; the last one again and again
 * @param giveUpAfter how long it is tried
 * @param mostAnHour how many reports the council of a district is sent within an hour; the rest waits, with the team
 */
@ConfigurationProperties("bluelamp.feedback.council")
public record CouncilSettings(
        @DefaultValue("false") boolean privateEndPoints,
        @DefaultValue("15s") Duration patience,

        @DefaultValue({"30s", "2m", "10m", "30m", "1h", "4h"})
        List<Duration> pauses,

        @DefaultValue("2d") Duration giveUpAfter,
        @DefaultValue("60") int mostAnHour) {

    /** How long to wait after so many attempts. */
    Duration pauseAfter(int attempts) {
        return pauses.get(Math.min(attempts, pauses.size()) - 1);
    }
}
