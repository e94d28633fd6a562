package org.bluelamp.messaging.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.bluelamp.messaging.Consumption;
import org.bluelamp.messaging.Watch;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;

/**
 * Looks how many events lie in this service's queues and how many consumers take from them, so that a service which has
 * stopped taking is noticed. While the broker is away nothing is measured.
 */
final class QueueWatch extends Watch {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final AmqpAdmin broker;
    private final List<String> queues;
    private final Map<String, QueueInformation> seen = new ConcurrentHashMap<>();

    QueueWatch(AmqpAdmin broker, List<Consumption> consumptions, Clock clock, MeterRegistry registry) {
        super("queues", EVERY, clock, registry);
        this.broker = broker;
        this.queues = consumptions.stream().map(Consumption::queue).toList();
        for (String queue : queues) {
            gauge(
                    "bluelamp.queue.waiting",
                    "Events that wait in a queue",
                    queue,
                    QueueInformation::getMessageCount,
                    registry);
            gauge(
                    "bluelamp.queue.consumers",
                    "Consumers that take from a queue",
                    queue,
                    QueueInformation::getConsumerCount,
                    registry);
        }
    }

    private void gauge(
            String name,
            String description,
            String queue,
            ToDoubleFunction<QueueInformation> value,
            MeterRegistry registry) {
        Gauge.builder(name, seen, all -> {
                    QueueInformation last = all.get(queue);
                    return last == null ? Double.NaN : value.applyAsDouble(last);
                })
                .description(description)
                .tag("queue", queue)
                .register(registry);
    }

    @Override
    protected void see() {
        RuntimeException fault = null;
        for (String queue : queues) {
            try {
                see(queue, broker.getQueueInfo(queue));
            } catch (RuntimeException e) {
                seen.remove(queue);
                fault = e;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    private void see(String queue, @Nullable QueueInformation information) {
        if (information == null) {
            seen.remove(queue);
        } else {
            seen.put(queue, information);
        }
    }
}
