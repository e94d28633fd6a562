package org.bluelamp.messaging.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Deleting what has served. */
@AutoConfiguration
class RetentionAutoConfiguration {

    @Bean
    Housekeeping housekeeping(ListableBeanFactory beans, Clock clock, ObjectProvider<MeterRegistry> registry) {
        return new Housekeeping(
                beans.getBeansOfType(Expiring.class, true, false),
                clock,
                registry.getIfAvailable(CompositeMeterRegistry::new));
    }
}
