package org.bluelamp.directory.priority;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.bluelamp.directory.meeting.SafeHtml;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A priority as a force's published data tells of it.
 *
 * @param issue what is wrong, as safe HTML
 * @param issued when it was set, on the clock in the United Kingdom
 * @param action what the team does about it, as safe HTML; null while that is not decided
 * @param acted when the action was decided, on the same clock; null when nobody told
 */
public record ImportedPriority(
        String issue,
        LocalDateTime issued,
        @Nullable String action,
        @Nullable LocalDateTime acted) {

    /** @throws IllegalArgumentException when it does not say what is wrong */
    public ImportedPriority {
        if (SafeHtml.text(issue).isBlank()) {
            throw new IllegalArgumentException("A priority says what is wrong");
        }
    }

    /** The same as pages show it. Its id is made of what it says: the source gives it none. */
    Priority of(AreaCode area) {
        LocalDate set = issued.toLocalDate();
        LocalDate decided = action == null || acted == null ? null : acted.toLocalDate();
        return new Priority(
                UUID.nameUUIDFromBytes((area + " " + issued + " " + issue).getBytes(StandardCharsets.UTF_8)),
                SafeHtml.text(issue).replaceAll("\\s+", " "),
                action == null ? null : SafeHtml.text(action),
                set,
                decided,
                decided != null && decided.isAfter(set) ? decided : set);
    }
}
