package org.bluelamp.alerts.scheme.web;

import java.util.List;
import java.util.UUID;

/** What officers see of the watch schemes in their areas. */
public record StaffSchemesPage(List<Line> asked, List<Line> open) {

    /** Whether the reader has one to decide on. */
    public boolean deciding() {
        return asked.stream().anyMatch(Line::mayDecide);
    }

    /**
     * A scheme.
     *
     * @param area where it is, for people
     * @param mayDecide whether the reader is an officer there
     * @param messages what its coordinators wrote within a week
     */
    public record Line(UUID id, String name, String about, String area, boolean mayDecide, List<Message> messages) {}

    /** What a coordinator wrote. */
    public record Message(String heading, String when, String body) {}
}
