package org.bluelamp.directory.held;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
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
class Refresher implements SmartLifecycle, ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Refresher.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final List<Refreshing> all;
    private @Nullable Thread thread;

    Refresher(List<Refreshing> all) {
        this.all = all;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        all.stream().filter(Refreshing::neededFirst).forEach(one -> one.held().current());
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("refresher").start(this::keepUp);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void keepUp() {
        try {
            while (true) {
                all.forEach(one -> refresh(one.held()));
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            // The service stops.
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
