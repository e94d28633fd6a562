package org.bluelamp.gateway.route;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The services behind the gateway and the addresses each of them answers: those of residents, which speak their language,
 * and its own part of the staff portal and of the API.
 */
public enum Service {
    DIRECTORY("Your area", "/", "/your-area/**", "/forces/**", "/scorecard/**", "/find", "/police-uk/api/**"),
    NEWS("News", "/news/**"),
    ALERTS("Alerts", "/alerts/**"),
    FEEDBACK("Have your say", "/have-your-say/**", "/you-said-we-did/**");

    private final String title;
    private final List<String> paths;

    Service(String title, String... paths) {
        this.title = title;
        this.paths = Stream.concat(Stream.of(paths), Stream.of("/staff/" + id() + "/**", "/api/v1/" + id() + "/**"))
                .toList();
    }

    /** As configuration, metrics and addresses name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As readers know it. */
    public String title() {
        return title;
    }

    /** Path patterns, each answered by this service alone. */
    public List<String> paths() {
        return paths;
    }

    /** Where operators find what it could not handle. */
    public String deadLetters() {
        return "/staff/" + id() + "/dead-letters";
    }
}
