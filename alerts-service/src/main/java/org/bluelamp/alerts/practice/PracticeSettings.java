package org.bluelamp.alerts.practice;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether deliveries are simulated (ADR 177), and how those go.
 *
 * @param enabled whether they are; never in production
 * @param refused the share of them that is refused for good, from 0 to 1
 * @param delayed the share of them that is taken at the second try only
 * @param allowed who is really written to all the same: whole addresses, or {@code @} and a domain
 */
@ConfigurationProperties("bluelamp.alerts.practice")
public record PracticeSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("0.01") double refused,
        @DefaultValue("0.02") double delayed,
        @DefaultValue List<String> allowed) {

    /** @throws IllegalArgumentException when the shares are none */
    public PracticeSettings {
        if (!(refused >= 0 && delayed >= 0 && refused + delayed <= 1)) {
            throw new IllegalArgumentException(
                    "bluelamp.alerts.practice.refused and .delayed are shares from 0 to 1, and not more than 1 together");
        }
        allowed = List.copyOf(allowed);
    }
}
