package org.bluelamp.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.area.GeoJson;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The data of {@code alerts.alert.issued}, {@code .updated}, {@code .cancelled} and {@code .expired}: the alert as it
 * is. Of one that was called back the words are null, for they may name a person, and the reason is told. The API tells
 * the same.
 */
public record AlertTold(
        String reference,
        String identifier,
        List<Earlier> references,
        String status,
        @Nullable String headline,
        @Nullable String description,
        @Nullable String instruction,
        String category,
        List<String> topics,
        String severity,
        String urgency,
        String certainty,
        List<String> areas,
        @Nullable JsonNode polygon,
        Sender sender,
        @Nullable List<Link> links,
        Instant issuedAt,
        Instant sentAt,
        Instant expiresAt,
        @Nullable String reason) {

    static final String ISSUED = "alerts.alert.issued";
    static final String UPDATED = "alerts.alert.updated";
    static final String CANCELLED = "alerts.alert.cancelled";
    static final String EXPIRED = "alerts.alert.expired";

    /** A message before the latest. */
    public record Earlier(String identifier, Instant sentAt) {}

    /** The team that sends it. */
    public record Sender(String area, String name) {}

    /** @param sender the name of the team that sends it */
    static OutgoingEvent event(Sent alert, String sender) {
        return new OutgoingEvent(type(alert), alert.reference().value(), alert.version(), of(alert, sender));
    }

    private static String type(Sent alert) {
        return switch (alert) {
            case Issued issued -> issued.messages().updated() ? UPDATED : ISSUED;
            case Cancelled _ -> CANCELLED;
            case Expired _ -> EXPIRED;
        };
    }

    /** @param sender the name of the team that sends it */
    public static AlertTold of(Sent alert, String sender) {
        var content = alert.content();
        var cancelled = alert instanceof Cancelled;
        return new AlertTold(
                alert.reference().value(),
                alert.messages().latest().identifier(),
                alert.messages().earlier().stream()
                        .map(message -> new Earlier(message.identifier(), message.sentAt()))
                        .toList(),
                switch (alert) {
                    case Issued _ -> "live";
                    case Cancelled _ -> "cancelled";
                    case Expired _ -> "expired";
                },
                cancelled ? null : content.headline(),
                cancelled ? null : content.description(),
                cancelled ? null : content.instruction().orElse(null),
                content.category().code(),
                List.of(),
                content.severity().code(),
                content.urgency().code(),
                content.certainty().code(),
                content.target().areas().stream().map(AreaCode::value).toList(),
                cancelled ? null : polygon(content.target().ground()),
                new Sender(content.sender().value(), sender),
                cancelled ? null : content.links(),
                alert.messages().first().sentAt(),
                alert.messages().latest().sentAt(),
                content.expires(),
                alert instanceof Cancelled calledBack ? calledBack.reason() : null);
    }

    private static @Nullable JsonNode polygon(Optional<Ground> ground) {
        return ground.map(drawn -> GeoJson.write(drawn.shape())).orElse(null);
    }
}
