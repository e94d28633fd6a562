package org.bluelamp.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives each channel its workers. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    DeliveryWorkers deliveryWorkers(
            List<Channel<?, ?>> channels,
            Deliveries deliveries,
            Outcomes outcomes,
            DeliverySettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new DeliveryWorkers(
                channels.stream()
                        .map(channel -> run(channel, deliveries, outcomes, settings, clock, meters))
                        .toList(),
                settings);
    }

    private static <A, M> DeliveryRun<A, M> run(
            Channel<A, M> channel,
            Deliveries deliveries,
            Outcomes outcomes,
            DeliverySettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new DeliveryRun<>(channel, deliveries, outcomes, settings, clock, meters);
    }
}
