package org.bluelamp.messaging.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.bluelamp.messaging.BackgroundWork;
import org.bluelamp.messaging.Consumption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;

/**
 * Looks how many events lie in this service's queues and how many consumers take from them, so that a service which has
 * stopped taking is noticed. While the broker is away nothing is measured.
 */
final class QueueWatch extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(QueueWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final AmqpAdmin broker;
    private final List<String> queues;
    private final Map<String, QueueInformation> seen = new ConcurrentHashMap<>();

    QueueWatch(AmqpAdmin broker, List<Consumption> consumptions, MeterRegistry registry) {
        super("queue-watch");
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
    protected void work() throws InterruptedException {
        while (true) {
            look();
            Thread.sleep(PAUSE);
        }
    }

    void look() {
        for (String queue : queues) {
            try {
                QueueInformation information = broker.getQueueInfo(queue);
                if (information == null) {
                    seen.remove(queue);
                } else {
                    seen.put(queue, information);
                }
            } catch (RuntimeException e) {
                seen.remove(queue);
                log.debug("The queue {} cannot be looked at: {}", queue, e.toString());
            }
        }
    }
}
