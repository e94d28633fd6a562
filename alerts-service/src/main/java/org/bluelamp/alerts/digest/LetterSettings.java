package org.bluelamp.alerts.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When letters go out.
 *
 * @param at the time of day by the clock on the wall in London
 * @param weeklyOn the day for those who chose one letter a week
 * @param lateBy how long after that time letters may still be written and sent, for example after an outage
 * @param look how often a replica looks whether it is time
 */
@ConfigurationProperties("bluelamp.alerts.letters")
public record LetterSettings(
        @DefaultValue("08:30") LocalTime at,
        @DefaultValue("FRIDAY") DayOfWeek weeklyOn,
        @DefaultValue("10h") Duration lateBy,
        @DefaultValue("30s") Duration look) {}
