package org.bluelamp.messaging.deadletter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluelamp.messaging.Consumption;
import org.bluelamp.messaging.DatabaseAway;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.deadletter.DeadLetterTable.FailedMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves failed messages from the service's dead-letter queues into its database, where staff can see them. A message is
 * acknowledged only after its row is committed. While the database is away the queue keeps it: the drain waits with the
 * message in hand and never hands it back, for brokers drop what is handed back too often.
 */
final class DeadLetterDrain implements SmartLifecycle, MessageListener {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterDrain.class);
    private static final String SUFFIX = ".dlq";
    /** The causes that are not the machinery's own, each without its package. */
    private static final Pattern CAUSE = Pattern.compile(
            "^Caused by: (?!org\\.springframework\\.(?:messaging|integration|amqp|core\\.retry)\\.)(?:[a-z0-9_]+\\.)*(.*)$",
            Pattern.MULTILINE);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_STACK_TRACE = 20_000;

    private final Map<String, Consumption> queues = new TreeMap<>();
    private final SimpleMessageListenerContainer container;
    private final DeadLetterTable table;
    private final JsonMapper json;
    private final Clock clock;

    DeadLetterDrain(
            List<Consumption> consumptions,
            ConnectionFactory broker,
            DeadLetterTable table,
            JsonMapper json,
            Clock clock) {
        consumptions.forEach(consumption -> queues.put(consumption.deadLetterQueue(), consumption));
        this.table = table;
        this.json = json;
        this.clock = clock;
        container = new SimpleMessageListenerContainer(broker);
        container.setQueueNames(queues.keySet().toArray(String[]::new));
        container.setMissingQueuesFatal(false);
        container.setRetryDeclarationInterval(5_000);
        container.setPrefetchCount(10);
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("dead-letters-");
        threads.setVirtualThreads(true);
        container.setTaskExecutor(threads);
        container.setMessageListener(this);
    }

    @Override
    public void start() {
        if (!queues.isEmpty()) {
            container.afterPropertiesSet();
            container.start();
        }
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    @Override
    public void onMessage(Message message) {
        FailedMessage failed = read(message);
        while (true) {
            try {
                table.keep(failed, clock.instant());
                log.warn("Dead letter in {}: {} {}: {}", failed.queue(), failed.type(), failed.key(), failed.reason());
                return;
            } catch (DataAccessException | TransactionException e) {
                if (DatabaseAway.says(e) || e instanceof TransientDataAccessException) {
                    log.warn("A dead letter of {} waits for the database: {}", failed.queue(), e.getMessage());
                } else {
                    // What the database will never take must not hold up all behind it; the body is kept in any case.
                    log.error("A dead letter of {} is kept without what describes it", failed.queue(), e);
                    failed = bare(failed, e);
                }
                pause(e);
            }
        }
    }

    /** A failed message without anything that its sender wrote but its body. */
    private static FailedMessage bare(FailedMessage failed, RuntimeException why) {
        return new FailedMessage(
                failed.queue(),
                "sha256:" + sha256(failed.body()),
                null,
                null,
                null,
                "{}",
                failed.body(),
                "Its headers could not be kept: " + why.getClass().getSimpleName(),
                "");
    }

    private void pause(RuntimeException instead) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw instead;
        }
        if (!container.isRunning()) {
            throw instead;
        }
    }

    private FailedMessage read(Message message) {
        Map<String, Object> headers = message.getMessageProperties().getHeaders();
        String queue = Objects.requireNonNull(message.getMessageProperties().getConsumerQueue());
        return new FailedMessage(
                queue.endsWith(SUFFIX) ? queue.substring(0, queue.length() - SUFFIX.length()) : queue,
                key(message),
                text(headers, Envelope.TYPE),
                text(headers, Envelope.SUBJECT),
                text(headers, Envelope.SOURCE),
                json.writeValueAsString(ownHeaders(headers)),
                message.getBody(),
                shortened(reason(headers), LONGEST_REASON),
                shortened(orEmpty(text(headers, "x-exception-stacktrace")), LONGEST_STACK_TRACE));
    }

    /** The headers that the producer set; the broker and the binder mark theirs, and a replay starts without them. */
    private static Map<String, Object> ownHeaders(Map<String, Object> headers) {
        Map<String, Object> own = new TreeMap<>();
        headers.forEach((name, value) -> {
            boolean simple = value instanceof String || value instanceof Number || value instanceof Boolean;
            if (simple && !name.startsWith("x-") && !name.startsWith("spring_")) {
                own.put(name, value);
            }
        });
        return own;
    }

    private static String key(Message message) {
        String id = text(message.getMessageProperties().getHeaders(), Envelope.ID);
        return id != null && id.length() <= LONGEST_KEY ? id : "sha256:" + sha256(message.getBody());
    }

    private static String reason(Map<String, Object> headers) {
        String stackTrace = text(headers, "x-exception-stacktrace");
        if (stackTrace != null) {
            return causes(stackTrace);
        }
        String death = text(headers, "x-first-death-reason");
        return death != null ? "Dead-lettered by the broker: " + death : "Unknown";
    }

    /** The header with the message tells only that retries are exhausted; what went wrong stands in the stack trace. */
    private static String causes(String stackTrace) {
        String causes = CAUSE.matcher(stackTrace)
                .results()
                .map(cause -> cause.group(1))
                .collect(Collectors.joining(", because "));
        return causes.isEmpty() ? stackTrace.lines().findFirst().orElse("Unknown") : causes;
    }

    private static @Nullable String text(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        // PostgreSQL's text holds every character but this one.
        return value == null ? null : value.toString().replace('\0', '\uFFFD');
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform knows SHA-256", e);
        }
    }
}
