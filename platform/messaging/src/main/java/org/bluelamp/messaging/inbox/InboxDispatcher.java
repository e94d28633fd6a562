package org.bluelamp.messaging.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventDispatcher;
import org.bluelamp.messaging.EventHandler;
import org.bluelamp.messaging.EventJson;
import org.bluelamp.messaging.UnreadableEvent;
import org.bluelamp.messaging.Version;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands each event to its handler in one transaction with its inbox row. While the database is away it waits instead of
 * failing, for an event is no poison only because nothing can be written.
 */
final class InboxDispatcher implements EventDispatcher {

    private static final Logger log = LoggerFactory.getLogger(InboxDispatcher.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final EventHandlers handlers;
    private final Inbox inbox;
    private final EventJson json;
    private final TransactionTemplate transaction;
    private final InboxMeters meters;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long to wait for the database; less than the broker's limit for an acknowledgement */
    InboxDispatcher(
            EventHandlers handlers,
            Inbox inbox,
            EventJson json,
            TransactionTemplate transaction,
            InboxMeters meters,
            Duration patience,
            Clock clock) {
        this.handlers = handlers;
        this.inbox = inbox;
        this.json = json;
        this.transaction = transaction;
        this.meters = meters;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public void dispatch(Message<byte[]> message) {
        String type = text(message, Envelope.TYPE);
        EventHandler<?> handler =
                handlers.of(type).orElseThrow(() -> new UnreadableEvent("No handler for events of type " + type));
        handle(handler, message);
    }

    private <T> void handle(EventHandler<T> handler, Message<byte[]> message) {
        Event<T> event = read(handler, message);
        boolean first = whenDatabaseIsThere(() -> inOneTransaction(handler, event));
        meters.handled(event.type(), first);
    }

    private <T> boolean inOneTransaction(EventHandler<T> handler, Event<T> event) {
        return transaction.execute(status -> {
            boolean first = inbox.add(event.id(), event.type(), clock.instant());
            if (first) {
                handler.on(event);
            }
            return first;
        });
    }

    private boolean whenDatabaseIsThere(java.util.function.BooleanSupplier work) {
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = Duration.ofMillis(500);
        while (true) {
            try {
                return work.getAsBoolean();
            } catch (CannotCreateTransactionException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                log.warn("The database is away; the event waits {}: {}", pause, e.getMessage());
                sleep(pause, e);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private static void sleep(Duration pause, RuntimeException instead) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw instead;
        }
    }

    private <T> Event<T> read(EventHandler<T> handler, Message<byte[]> message) {
        return new Event<>(
                text(message, Envelope.ID),
                text(message, Envelope.TYPE),
                service(text(message, Envelope.SOURCE)),
                text(message, Envelope.SUBJECT),
                new Version(
                        version(message.getHeaders().get(Envelope.AGGREGATE_VERSION)),
                        // Not every producer knows types of headers.
                        "true".equals(String.valueOf(message.getHeaders().get(Envelope.SNAPSHOT)))),
                time(text(message, Envelope.TIME)),
                json.read(message.getPayload(), handler.dataType()));
    }

    private static String text(Message<?> message, String header) {
        Object value = message.getHeaders().get(header);
        if (value == null || value.toString().isBlank()) {
            throw new UnreadableEvent("A message without the header " + header);
        }
        return value.toString();
    }

    private static String service(String source) {
        return source.startsWith("/") ? source.substring(1) : source;
    }

    private static long version(@Nullable Object value) {
        try {
            return value instanceof Number number ? number.longValue() : Long.parseLong(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new UnreadableEvent("Not an aggregate's version: " + value, e);
        }
    }

    private static Instant time(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new UnreadableEvent("Not an event's time: " + value, e);
        }
    }
}
