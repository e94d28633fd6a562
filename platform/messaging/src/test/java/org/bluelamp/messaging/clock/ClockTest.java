package org.bluelamp.messaging.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Whether time can be set ahead, and where not. */
class ClockTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(context ->
                    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withConfiguration(AutoConfigurations.of(ClockAutoConfiguration.class));

    @Test
    void a_service_goes_by_the_machines_clock() {
        service.run(context -> assertThat(context.getBean(Clock.class)).isEqualTo(Clock.systemUTC()));
    }

    @Test
    void where_the_data_is_the_demos_time_can_be_set_ahead() {
        service.withPropertyValues("bluelamp.clock.ahead=73h", "bluelamp.demo-data=true")
                .run(context -> assertThat(context.getBean(Clock.class).instant())
                        .isCloseTo(Instant.now().plus(Duration.ofHours(73)), within(1, ChronoUnit.MINUTES)));
    }

    @ParameterizedTest
    @CsvSource({"73h, false, only demo data may see", "-1s, true, no clock here goes backwards"})
    void where_the_data_is_real_and_backwards_it_is_refused_in_words_and_nothing_starts(
            String ahead, boolean demo, String why) {
        service.withPropertyValues("bluelamp.clock.ahead=" + ahead, "bluelamp.demo-data=" + demo)
                .run(context -> assertThat(context).hasFailed().getFailure().hasStackTraceContaining(why));
    }
}
