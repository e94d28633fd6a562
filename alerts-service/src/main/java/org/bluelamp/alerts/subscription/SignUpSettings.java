package org.bluelamp.alerts.subscription;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules of signing up.
 *
 * @param confirmWithin how long the link in a confirmation mail works
 * @param refusedDomains domains of addresses that are refused besides those on the list of throw-away mailboxes
 * @param acceptedDomains domains that stand on that list and are accepted nevertheless
 * @param leastTime who sends the form sooner after opening it is asked to send it again
 */
@ConfigurationProperties("bluelamp.alerts.sign-up")
public record SignUpSettings(
        @DefaultValue("7d") Duration confirmWithin,
        @DefaultValue("1s") Duration leastTime,
        @DefaultValue Set<String> refusedDomains,
        @DefaultValue Set<String> acceptedDomains) {}
