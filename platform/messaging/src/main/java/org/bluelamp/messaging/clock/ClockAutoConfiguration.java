package org.bluelamp.messaging.clock;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The one clock of a service; tests replace it. {@code bluelamp.clock.ahead} sets it ahead, so that somebody who tries the
 * platform out, or a journey, sees what 72 hours do without waiting for them. Tokens, certificates and logs go by the
 * machine's own clock. It is refused where the data is real: promises would be broken that still hold, and what is to be
 * kept would be erased.
 */
@AutoConfiguration
class ClockAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ClockAutoConfiguration.class);

    /** @throws IllegalStateException when it is to go ahead with other data than the demo's, or backwards */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(
            @Value("${bluelamp.clock.ahead:0s}") Duration ahead, @Value("${bluelamp.demo-data:false}") boolean demo) {
        if (ahead.isZero()) {
            return Clock.systemUTC();
        }
        if (!demo) {
            throw new IllegalStateException(
                    "bluelamp.clock.ahead is " + ahead
                            + ", which only demo data may see: take the setting away, or set DEMO_DATA=true where nothing is real");
        }
        if (ahead.isNegative()) {
            throw new IllegalStateException("bluelamp.clock.ahead is " + ahead + ", and no clock here goes backwards");
        }
        log.warn("The clock is {} ahead, as bluelamp.clock.ahead has it", ahead);
        return Clock.offset(Clock.systemUTC(), ahead);
    }
}
