package org.bluelamp.alerts.casenews;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How teams are written to about promises to answer.
 *
 * @param look how often each replica looks
 * @param teamEvery how long after one mail to a team the next one goes out at the earliest
 */
@ConfigurationProperties("bluelamp.alerts.case-news")
public record CaseNewsSettings(
        @DefaultValue("1m") Duration look,
        @DefaultValue("1h") Duration teamEvery) {}
