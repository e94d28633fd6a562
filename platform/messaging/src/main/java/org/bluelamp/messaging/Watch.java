package org.bluelamp.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at something in the background every so often, for gauges that show what it saw last, so that nobody who reads
 * metrics asks the database. A watch that cannot look would go on showing that all is well; so how long ago it last could,
 * in seconds, is a gauge of its own: {@code bluelamp.watch.looked}, by the watch's name.
 */
public abstract class Watch extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final String subject;
    private final Duration every;
    private final Clock clock;
    private final AtomicReference<Instant> looked;
    private volatile boolean blind;

    /**
     * @param subject what is looked at, in the plural: the watch's name in metrics and logs
     * @param every the pause between two looks
     */
    protected Watch(String subject, Duration every, Clock clock, MeterRegistry registry) {
        super(subject + "-watch");
        this.subject = subject;
        this.every = every;
        this.clock = clock;
        var last = new AtomicReference<>(clock.instant());
        this.looked = last;
        TimeGauge.builder(
                        "bluelamp.watch.looked",
                        () -> Math.max(
                                0, Duration.between(last.get(), clock.instant()).toSeconds()),
                        TimeUnit.SECONDS)
                .description("Time since a watch last saw what it looks at")
                .tag("watch", subject)
                .register(registry);
    }

    /** Looks, and keeps what it saw. What it throws means that nothing could be seen. */
    protected abstract void see();

    @Override
    protected final void work() throws InterruptedException {
        while (true) {
            look();
            Thread.sleep(every);
        }
    }

    /** Looks once; says once that it cannot, and once that it can again. */
    public final void look() {
        try {
            see();
            looked.set(clock.instant());
            if (blind) {
                blind = false;
                log.info("The {} are looked at again", subject);
            }
        } catch (RuntimeException e) {
            if (!blind) {
                blind = true;
                log.warn("The {} cannot be looked at for now: {}", subject, e.toString());
            }
        }
    }
}
