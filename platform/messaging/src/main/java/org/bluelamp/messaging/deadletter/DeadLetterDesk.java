package org.bluelamp.messaging.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bluelamp.messaging.deadletter.DeadLetterTable.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.util.Assert;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters in the service's own database, given back through the broker's default exchange. */
final class DeadLetterDesk implements DeadLetters {

    private static final String DEFAULT_EXCHANGE = "";

    private final DeadLetterTable table;
    private final RabbitTemplate broker;
    private final JsonMapper json;
    private final Duration confirmTimeout;
    private final Clock clock;

    DeadLetterDesk(
            DeadLetterTable table, RabbitTemplate broker, JsonMapper json, Duration confirmTimeout, Clock clock) {
        this.table = table;
        this.broker = broker;
        this.json = json;
        this.confirmTimeout = confirmTimeout;
        this.clock = clock;
    }

    @Override
    public List<DeadLetter> list(DeadLetter.State state, int offset, int limit) {
        return table.list(state, offset, limit);
    }

    @Override
    public long count(DeadLetter.State state) {
        return table.count(state);
    }

    @Override
    public Optional<DeadLetter> find(long id) {
        return table.find(id);
    }

    @Override
    public void replay(long id) {
        Waiting letter = table.findWaiting(id).orElseThrow(() -> new NotWaiting(id));
        String refusal = send(letter);
        if (refusal != null) {
            throw new NotReplayed(id, refusal);
        }
        // Sent first and settled afterwards: a crash in between means it may be replayed twice, which the inbox bears.
        table.settle(id, letter.failures(), DeadLetter.State.REPLAYED, null, clock.instant());
    }

    @Override
    public void discard(long id, String reason) {
        Assert.hasText(reason, "A dead letter is discarded for a reason");
        Waiting letter = table.findWaiting(id).orElseThrow(() -> new NotWaiting(id));
        if (!table.settle(id, letter.failures(), DeadLetter.State.DISCARDED, reason, clock.instant())) {
            throw new NotWaiting(id);
        }
    }

    private @Nullable String send(Waiting letter) {
        Map<String, Object> headers = json.readValue(letter.headers(), new TypeReference<Map<String, Object>>() {});
        Message message = MessageBuilder.withBody(letter.body())
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .copyHeaders(headers)
                .build();
        CorrelationData correlation = new CorrelationData();
        try {
            broker.send(DEFAULT_EXCHANGE, letter.queue(), message, correlation);
            CorrelationData.Confirm confirm =
                    correlation.getFuture().get(confirmTimeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!confirm.ack()) {
                return "the broker refused it: " + confirm.reason();
            }
            return correlation.getReturned() == null ? null : "the queue " + letter.queue() + " is gone";
        } catch (AmqpException e) {
            return "the broker is away: " + e.getMessage();
        } catch (TimeoutException | ExecutionException e) {
            return "the broker did not confirm it";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it was interrupted";
        }
    }
}
