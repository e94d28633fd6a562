package org.bluelamp.feedback.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the clock of promises strikes.
 *
 * @param remindBefore how long before an answer is due its team is reminded
 * @param look how often each replica looks
 */
@ConfigurationProperties("bluelamp.feedback.promise")
public record PromiseSettings(
        @DefaultValue("24h") Duration remindBefore,
        @DefaultValue("1m") Duration look) {}
