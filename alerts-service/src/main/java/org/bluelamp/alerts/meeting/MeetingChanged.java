package org.bluelamp.alerts.meeting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service needs of {@code directory.meeting.changed}. */
record MeetingChanged(
        String id, String area, String title, @Nullable String place, String path, boolean cancelled, List<Time> next) {

    record Time(Instant startsAt) {}
}
