package org.bluelamp.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bluelamp.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WatchTest {

    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Lamps lamps = new Lamps();

    @Test
    void a_watch_that_cannot_look_says_so_once_and_how_long_ago_it_last_could_is_a_metric(CapturedOutput log) {
        lamps.look();
        lamps.away = true;
        clock.moveBy(Duration.ofMinutes(2));
        lamps.look();
        clock.moveBy(Duration.ofMinutes(2));
        lamps.look();

        assertThat(sinceLooked()).isBetween(240.0, 250.0);
        assertThat(log.getOut()).containsOnlyOnce("WARN").containsOnlyOnce("The lamps cannot be looked at for now");

        lamps.away = false;
        lamps.look();

        assertThat(sinceLooked()).isLessThan(10);
        lamps.away = true;
        lamps.look();
        assertThat(log.getOut().split("The lamps cannot be looked at for now", -1))
                .as("said anew when it happens anew")
                .hasSize(3);
    }

    @Test
    void one_that_never_could_look_counts_from_its_start() {
        lamps.away = true;
        clock.moveBy(Duration.ofMinutes(5));
        lamps.look();

        assertThat(sinceLooked()).isBetween(300.0, 310.0);
    }

    private double sinceLooked() {
        return meters.get("bluelamp.watch.looked")
                .tag("watch", "lamps")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    private final class Lamps extends Watch {

        private boolean away;

        private Lamps() {
            super("lamps", Duration.ofSeconds(30), clock, meters);
        }

        @Override
        protected void see() {
            if (away) {
                throw new IllegalStateException("for a test");
            }
        }
    }
}
