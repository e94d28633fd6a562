package org.bluelamp.feedback.demo;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.jspecify.annotations.Nullable;

/**
 * An invented priority, as the demo's file holds it. Days are counted back from the demo's start.
 *
 * @param key its stable key, so that it is set once however often the demo is loaded
 * @param area code of the neighbourhood
 * @param issue what is wrong
 * @param why why it is a priority
 * @param action what the team does; null while that is not decided
 * @param setDaysAgo when it was set
 * @param reviewedDaysAgo when it was reviewed; null when it was not
 * @param progress what had been done by then
 * @param endedDaysAgo when it ended; null when it did not
 * @param completed what came of it; null when it was not completed
 * @param replaced why it was given up; null when it was not
 * @param theme code of a theme: concerns of the neighbourhood about it led to the priority; null for none
 */
record DemoPriority(
        String key,
        String area,
        String issue,
        String why,
        @Nullable String action,
        int setDaysAgo,
        @Nullable Integer reviewedDaysAgo,
        @Nullable String progress,
        @Nullable Integer endedDaysAgo,
        @Nullable String completed,
        @Nullable String replaced,
        @Nullable String theme) {

    PriorityId id() {
        return new PriorityId(
                UUID.nameUUIDFromBytes(("bluelamp demo priority " + key).getBytes(StandardCharsets.UTF_8)));
    }

    PriorityDesk.Words words() {
        return new PriorityDesk.Words(issue, why, Objects.requireNonNullElse(action, ""));
    }
}
