package org.bluelamp.alerts.casenews;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How residents and teams are written to about cases.
 *
 * @param look how often each replica looks what teams are to be written
 * @param teamEvery how long after one mail to a team the next one goes out at the earliest
 * @param dangerLook how often each replica looks what teams are to be called because a case speaks of danger
 * @param dangerEvery how long after one such call to a team the next one goes out at the earliest
 * @param confirmWithin how long the link in such a mail works
 * @param keptAfterNews how long after the last news mails about a case end by themselves, and the link to it is erased
 */
@ConfigurationProperties("bluelamp.alerts.case-news")
public record CaseNewsSettings(
        @DefaultValue("1m") Duration look,
        @DefaultValue("1h") Duration teamEvery,
        @DefaultValue("5s") Duration dangerLook,
        @DefaultValue("5m") Duration dangerEvery,
        @DefaultValue("7d") Duration confirmWithin,
        @DefaultValue("180d") Duration keptAfterNews) {}
