package org.bluelamp.directory.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an edit of a station changed, from what to what, in words for the history and the audit trail. */
final class StationDifference {

    private StationDifference() {}

    static String between(StationDescription before, StationDescription after) {
        List<String> said = new ArrayList<>();
        add(said, "name", before.name(), after.name());
        add(said, "kind", before.kind(), after.kind());
        add(said, "address", before.address(), after.address());
        add(said, "postcode", before.postcode(), after.postcode());
        add(said, "telephone number", before.telephone(), after.telephone());
        if (!Objects.equals(before.opening(), after.opening())) {
            said.add("opening hours changed");
        }
        if (!Objects.equals(before.description(), after.description())) {
            said.add("description changed");
        }
        if (!Objects.equals(before.longitude(), after.longitude())
                || !Objects.equals(before.latitude(), after.latitude())) {
            said.add("place on the map changed");
        }
        return after.name() + ": " + String.join(", ", said);
    }

    private static void add(List<String> said, String what, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            said.add(what + " from “" + Objects.requireNonNullElse(from, "none") + "” to “"
                    + Objects.requireNonNullElse(to, "none") + "”");
        }
    }
}
