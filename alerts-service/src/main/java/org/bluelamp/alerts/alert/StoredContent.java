package org.bluelamp.alerts.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluelamp.alerts.area.GeoJson;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link Content} as a row holds it: one JSON document, for it is written and read as a whole. */
record StoredContent(
        String headline,
        String description,
        @Nullable String instruction,
        String category,
        String severity,
        String urgency,
        String certainty,
        List<String> areas,
        @Nullable JsonNode drawn,
        @Nullable Circle circle,
        boolean overspill,
        List<Link> links,
        String sender,
        Instant expires,
        @Nullable Integer hoursWorthSending,
        @Nullable Poll poll) {

    record Circle(double latitude, double longitude, int metres) {}

    static String write(Content content) {
        var target = content.target();
        var ground = target.ground().orElse(null);
        return JsonMapper.shared()
                .writeValueAsString(new StoredContent(
                        content.headline(),
                        content.description(),
                        content.instruction().orElse(null),
                        content.category().code(),
                        content.severity().code(),
                        content.urgency().code(),
                        content.certainty().code(),
                        target.areas().stream().map(AreaCode::value).toList(),
                        ground instanceof Ground.Drawn drawn ? GeoJson.write(drawn.shape()) : null,
                        ground instanceof Ground.Circle circle
                                ? new Circle(circle.latitude(), circle.longitude(), circle.metres())
                                : null,
                        target.overspill(),
                        content.links(),
                        content.sender().value(),
                        content.expires(),
                        content.worthSending().map(time -> (int) time.toHours()).orElse(null),
                        content.poll().orElse(null)));
    }

    /** The content it holds. */
    Content content() {
        return new Content(
                headline,
                description,
                Optional.ofNullable(instruction),
                Category.of(category).orElseThrow(),
                Severity.of(severity).orElseThrow(),
                Urgency.of(urgency).orElseThrow(),
                Certainty.of(certainty).orElseThrow(),
                new Target(
                        areas.stream().map(AreaCode::new).collect(Collectors.toCollection(TreeSet::new)),
                        ground(),
                        overspill),
                links,
                new AreaCode(sender),
                expires,
                Optional.ofNullable(hoursWorthSending).map(Duration::ofHours),
                Optional.ofNullable(poll));
    }

    private Optional<Ground> ground() {
        if (drawn != null && !drawn.isNull()) {
            return Optional.of(new Ground.Drawn((Polygon) GeoJson.read(drawn)));
        }
        return circle == null
                ? Optional.empty()
                : Optional.of(new Ground.Circle(circle.latitude(), circle.longitude(), circle.metres()));
    }
}
