package org.bluelamp.directory.held;

import java.time.Duration;
import java.util.List;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps what is held in memory up to date, away from requests: asks once a second whether anything has changed. The
 * service says that it is ready only once it has read what it cannot answer without.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE)
class Refresher extends BackgroundWork implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Refresher.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final List<Refreshing> all;

    Refresher(List<Refreshing> all) {
        super("refresher");
        this.all = all;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        all.stream().filter(Refreshing::neededFirst).forEach(one -> one.held().current());
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            all.forEach(one -> refresh(one.held()));
            Thread.sleep(EVERY);
        }
    }

    private static void refresh(Held<?> held) {
        try {
            held.refresh();
        } catch (RuntimeException e) {
            log.warn("What is held of {} may be out of date: {}", held, e.toString());
        }
    }
}
