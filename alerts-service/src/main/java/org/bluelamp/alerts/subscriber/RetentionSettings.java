package org.bluelamp.alerts.subscriber;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things about people are kept.
 *
 * @param addressAfterEnd an address after its owner left, or after mail to it came back for good
 * @param unconfirmed an address whose owner never confirmed, after the last time it was entered
 * @param records what was agreed, followed and sent, without the address
 * @param departures that the owner of an erased address had left: longer than anybody brings in an older file
 */
@ConfigurationProperties("bluelamp.alerts.retention")
public record RetentionSettings(
        @DefaultValue("28d") Duration addressAfterEnd,
        @DefaultValue("28d") Duration unconfirmed,
        @DefaultValue("365d") Duration records,
        @DefaultValue("1095d") Duration departures) {}
