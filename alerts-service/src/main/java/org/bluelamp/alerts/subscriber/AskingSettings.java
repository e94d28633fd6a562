package org.bluelamp.alerts.subscriber;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a mailbox is asked to confirm what somebody entered its address for, by whatever form.
 *
 * @param mailsPerDay how many such emails it gets within 24 hours
 * @param unanswered how many that nobody confirms it gets within 30 days
 */
@ConfigurationProperties("bluelamp.alerts.asking")
public record AskingSettings(
        @DefaultValue("3") int mailsPerDay,
        @DefaultValue("6") int unanswered) {}
