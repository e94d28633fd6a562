package org.bluelamp.directory.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an edit changed, in words for the audit trail. */
final class MeetingDifference {

    private MeetingDifference() {}

    static String between(Meeting before, Meeting after) {
        List<String> said = new ArrayList<>();
        if (!before.title().equals(after.title())) {
            said.add(before.title() + " is now " + after.title());
        }
        if (!before.schedule().equals(after.schedule())) {
            said.add("time changed");
        }
        if (!Objects.equals(before.place(), after.place())) {
            said.add("place changed");
        }
        if (!before.kind().equals(after.kind())) {
            said.add("kind changed");
        }
        if (!Objects.equals(before.description(), after.description())) {
            said.add("description changed");
        }
        if (!before.contact().equals(after.contact())) {
            said.add("contact changed");
        }
        if (!Objects.equals(before.host(), after.host())) {
            said.add(after.host() == null ? "nobody hosts it now" : "host changed");
        }
        return after.title() + ": " + (said.isEmpty() ? "taken over" : String.join(", ", said));
    }
}
