package org.bluelamp.alerts.reach;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When it is counted whom alerts reach, and how long the figures are kept.
 *
 * @param from the time of day by the clock on the wall in London, when little else is done
 * @param look how often a replica looks whether it is time
 * @param kept how long figures of a day are kept
 */
@ConfigurationProperties("bluelamp.alerts.reach")
public record ReachSettings(
        @DefaultValue("03:00") LocalTime from,
        @DefaultValue("1m") Duration look,
        @DefaultValue("1095d") Duration kept) {}
