package org.bluelamp.messaging.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.BooleanSupplier;
import org.bluelamp.messaging.DatabaseAway;
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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.Message;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands each event to its handler in one transaction with its inbox row. While the database is away it waits with the
 * event in hand, however long, for an event is no poison only because nothing can be written. When that outlasts the
 * broker's own patience with an acknowledgement, the broker closes the channel and keeps the message for later; the inbox
 * then knows what was handled here after all.
 */
final class InboxDispatcher implements EventDispatcher, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(InboxDispatcher.class);

    private final EventHandlers handlers;
    private final Inbox inbox;
    private final EventJson json;
    private final TransactionTemplate transaction;
    private final InboxMeters meters;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Clock clock;
    private volatile boolean closed;

    /**
     * @param firstPause before the database is tried again; it doubles with each further one
     * @param longestPause between two attempts
     */
    InboxDispatcher(
            EventHandlers handlers,
            Inbox inbox,
            EventJson json,
            TransactionTemplate transaction,
            InboxMeters meters,
            Duration firstPause,
            Duration longestPause,
            Clock clock) {
        this.handlers = handlers;
        this.inbox = inbox;
        this.json = json;
        this.transaction = transaction;
        this.meters = meters;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
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

    /**
     * Ends what waits. By now the containers have stopped and their channels are closed, so the broker has the messages
     * again and nothing can be dead-lettered.
     */
    @Override
    public void destroy() {
        closed = true;
    }

    private boolean whenDatabaseIsThere(BooleanSupplier work) {
        Duration pause = firstPause;
        while (true) {
            try {
                return work.getAsBoolean();
            } catch (DataAccessException | TransactionException e) {
                if (closed || !DatabaseAway.says(e)) {
                    throw e;
                }
                log.warn("The database is away; the event waits {}: {}", pause, e.getMessage());
                sleep(pause, e);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
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
