package org.bluelamp.messaging.retention;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Deleting what has served. */
@AutoConfiguration
class RetentionAutoConfiguration {

    @Bean
    Housekeeping housekeeping(ObjectProvider<Expiring> all, Clock clock) {
        return new Housekeeping(all.orderedStream().toList(), clock);
    }
}
