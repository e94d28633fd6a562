package org.bluelamp.web.page;

/** The sections of the public site, as its navigation shows them. */
public enum Section implements Entry {
    YOUR_AREA("Your area", "/your-area"),
    NEWS("News", "/news"),
    ALERTS("Alerts", "/alerts"),
    HAVE_YOUR_SAY("Have your say", "/have-your-say");

    private final String text;
    private final String path;

    Section(String text, String path) {
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
