package org.bluelamp.messaging.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Sends a batch of events and waits until the broker has said of each whether it took it. */
class EventPublisher {

    private static final String BINDING = "events";

    private final StreamBridge bridge;
    private final String service;
    private final Duration confirmTimeout;
    private final Traces traces;

    EventPublisher(StreamBridge bridge, String service, Duration confirmTimeout, Traces traces) {
        this.bridge = bridge;
        this.service = service;
        this.confirmTimeout = confirmTimeout;
        this.traces = traces;
    }

    /** Called outside any transaction: it waits for the network. */
    Publication publish(List<OutboxRow> rows) throws InterruptedException {
        List<InFlight> inFlight = new ArrayList<>(rows.size());
        List<Publication.Failed> failed = new ArrayList<>();
        boolean brokerAway = false;
        for (OutboxRow row : rows) {
            CorrelationData correlation = new CorrelationData(row.id().toString());
            try {
                Message<byte[]> message = message(row, correlation);
                traces.continued(row.traceparent(), "publish " + row.type(), () -> bridge.send(BINDING, message));
                inFlight.add(new InFlight(row.id(), correlation));
            } catch (RuntimeException e) {
                if (isBrokerAway(e)) {
                    brokerAway = true;
                    break;
                }
                failed.add(new Publication.Failed(row.id(), String.valueOf(e.getMessage()), false));
            }
        }
        List<UUID> published = new ArrayList<>(inFlight.size());
        long deadline = System.nanoTime() + confirmTimeout.toNanos();
        for (InFlight sent : inFlight) {
            String refusal = refusal(sent.correlation(), deadline - System.nanoTime());
            if (refusal == null) {
                published.add(sent.id());
            } else {
                failed.add(new Publication.Failed(
                        sent.id(), refusal, sent.correlation().getReturned() != null));
            }
        }
        return new Publication(published, failed, brokerAway);
    }

    /** Why the broker did not take it, or null when it did. A message nobody listens for is returned and acknowledged. */
    private @Nullable String refusal(CorrelationData correlation, long nanos) throws InterruptedException {
        try {
            CorrelationData.Confirm confirm = correlation.getFuture().get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
            if (!confirm.ack()) {
                return "Refused by the broker: " + confirm.reason();
            }
            return correlation.getReturned() == null
                    ? null
                    : "Nobody listens: " + correlation.getReturned().getReplyText();
        } catch (TimeoutException e) {
            return "No confirm within " + confirmTimeout;
        } catch (ExecutionException e) {
            return "No confirm: " + e.getCause();
        }
    }

    private Message<byte[]> message(OutboxRow row, CorrelationData correlation) {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(row.data().getBytes(StandardCharsets.UTF_8))
                .setHeader(MessageHeaders.CONTENT_TYPE, "application/json")
                .setHeader(AmqpHeaders.MESSAGE_ID, row.id().toString())
                .setHeader(AmqpHeaders.PUBLISH_CONFIRM_CORRELATION, correlation)
                .copyHeaders(Envelope.headers(
                        row.id().toString(), service, row.type(), row.subject(), row.version(), row.occurredAt()));
        if (row.snapshot()) {
            message.setHeader(Envelope.SNAPSHOT, true);
        }
        if (row.traceparent() != null) {
            message.setHeader(Envelope.TRACE_PARENT, row.traceparent());
        }
        return message.build();
    }

    private static boolean isBrokerAway(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof AmqpConnectException
                    || cause instanceof AmqpIOException
                    || cause instanceof AmqpTimeoutException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private record InFlight(UUID id, CorrelationData correlation) {}
}
