package org.bluelamp.gateway.route;

import java.util.List;
import java.util.Locale;

/** The services behind the gateway and the addresses each of them answers. */
public enum Service {
    DIRECTORY(
            "Your area",
            "/",
            "/your-area/**",
            "/find",
            "/staff/directory/**",
            "/api/v1/directory/**",
            "/api/v1/areas/**",
            "/api/v1/teams/**",
            "/police-uk/api/**"),
    NEWS("News", "/news/**", "/staff/news/**", "/api/v1/news/**", "/api/v1/articles/**"),
    ALERTS("Alerts", "/alerts/**", "/staff/alerts/**", "/api/v1/alerts/**", "/api/v1/subscriptions/**"),
    FEEDBACK(
            "Have your say",
            "/have-your-say/**",
            "/you-said-we-did/**",
            "/staff/feedback/**",
            "/api/v1/feedback/**",
            "/api/v1/concerns/**");

    private final String title;
    private final List<String> paths;

    Service(String title, String... paths) {
        this.title = title;
        this.paths = List.of(paths);
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
