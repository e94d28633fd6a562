package org.bluelamp.web.page;

/** The sections of the staff portal, as its navigation shows them. */
public enum StaffSection implements Entry {
    HOME("Home", "/staff"),
    NEWS("News", "/staff/news"),
    DIRECTORY("Directory", "/staff/directory"),
    ALERTS("Alerts", "/staff/alerts"),
    FEEDBACK("Feedback", "/staff/feedback"),
    OPERATIONS("Operations", "/staff/operations");

    private final String text;
    private final String path;

    StaffSection(String text, String path) {
        this.text = text;
        this.path = path;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String path() {
        return path;
    }
}
