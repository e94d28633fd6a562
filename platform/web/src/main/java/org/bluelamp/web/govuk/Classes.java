package org.bluelamp.web.govuk;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins CSS classes, leaving out the empty ones. */
final class Classes {

    private Classes() {}

    static String of(String... classes) {
        return Stream.of(classes).filter(name -> !name.isBlank()).collect(Collectors.joining(" "));
    }

    static String when(boolean holds, String name) {
        return holds ? name : "";
    }
}
