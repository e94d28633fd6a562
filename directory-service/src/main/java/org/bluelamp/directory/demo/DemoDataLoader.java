package org.bluelamp.directory.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Loads the demo data at start where {@code bluelamp.demo-data} asks for it, before the service says it is ready. */
@Component
@ConditionalOnBooleanProperty("bluelamp.demo-data")
class DemoDataLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDataLoader.class);

    private final DemoData demo;
    private final Clock clock;

    DemoDataLoader(DemoData demo, Clock clock) {
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Instant start = clock.instant();
        if (demo.load()) {
            LOG.info(
                    "Loaded the demo data in {} ms",
                    Duration.between(start, clock.instant()).toMillis());
        }
    }
}
