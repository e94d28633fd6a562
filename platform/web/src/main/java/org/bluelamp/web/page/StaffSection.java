package org.bluelamp.web.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sections of the staff portal, as its navigation and its home page show them, each to those whose role opens it. The
 * services decide by the same roles who may do what there.
 */
public enum StaffSection implements Entry {
    HOME("Home", "/staff"),
    NEWS("News", "/staff/news", "editor", "administrator"),
    DIRECTORY("Directory", "/staff/directory", "officer", "sergeant", "administrator"),
    ALERTS("Alerts", "/staff/alerts", "officer", "editor", "approver", "administrator"),
    FEEDBACK("Feedback", "/staff/feedback/start", "officer", "sergeant", "administrator"),
    OPERATIONS("Operations", "/staff/operations", "operator");

    private final String text;
    private final String path;
    private final Set<String> roles;

    StaffSection(String text, String path, String... roles) {
        this.text = text;
        this.path = path;
        this.roles = Set.of(roles);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String path() {
        return path;
    }

    /** Realm roles, of which one opens it; none for the home page, which all members of staff have. */
    public Set<String> roles() {
        return roles;
    }

    /** Whether it is of use to this member of staff; to somebody who is not known, the home page alone. */
    public boolean serves(@Nullable Staff staff) {
        return this == HOME || staff != null && staff.roleNames().stream().anyMatch(roles::contains);
    }
}
