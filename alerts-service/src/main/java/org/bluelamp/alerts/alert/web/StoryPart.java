package org.bluelamp.alerts.alert.web;

import java.util.List;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.alert.Link;
import org.bluelamp.alerts.alert.Poll;
import org.bluelamp.alerts.alert.Severity;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says, ready to be shown.
 *
 * @param instruction what to do; null when there is nothing to do
 * @param severity how dangerous it is, in words for residents; null when nobody knows
 * @param grave whether that has to catch the eye
 * @param areas where, in words
 * @param until its end, in words
 * @param untilMachine its end for programs
 * @param poll what it asks its readers; null when it asks nothing
 */
public record StoryPart(
        String headline,
        String description,
        @Nullable String instruction,
        @Nullable String severity,
        boolean grave,
        String category,
        String urgency,
        String certainty,
        String areas,
        String until,
        String untilMachine,
        List<Link> links,
        @Nullable Poll poll,
        AlertMap map) {

    static StoryPart of(Content content, Areas areas, AlertMaps maps) {
        return new StoryPart(
                content.headline(),
                content.description(),
                content.instruction().orElse(null),
                content.severity() == Severity.UNKNOWN
                        ? null
                        : content.severity().words(),
                content.severity().isGrave(),
                content.category().label(),
                content.urgency().label(),
                content.certainty().label(),
                content.target().inWords(areas.named(content.target().areas())),
                LondonTime.minute(content.expires()),
                LondonTime.machine(content.expires()),
                content.links(),
                content.poll().orElse(null),
                maps.of(content));
    }
}
