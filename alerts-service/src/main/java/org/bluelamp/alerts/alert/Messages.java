package org.bluelamp.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was sent of an alert.
 *
 * @param all the messages, the first one first; never none
 */
public record Messages(List<Message> all) {

    public Messages {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("An alert that was sent has a message");
        }
    }

    /** The one that went out first. */
    public Message first() {
        return all.getFirst();
    }

    /** The one that counts now. */
    public Message latest() {
        return all.getLast();
    }

    /** Those before the latest, which it takes the place of (CAP 1.2, references). */
    public List<Message> earlier() {
        return all.subList(0, all.size() - 1);
    }

    /** Whether its words were changed after it was sent. */
    public boolean updated() {
        return all.stream().anyMatch(message -> message.kind() == Message.Kind.UPDATE);
    }

    Messages and(
            AlertReference reference,
            Message.Kind kind,
            Content content,
            Optional<String> reason,
            Person by,
            Instant at) {
        return new Messages(Stream.concat(
                        all.stream(),
                        Stream.of(new Message(reference.message(all.size() + 1), kind, content, reason, by, at)))
                .toList());
    }
}
