package org.bluelamp.web.page;

/** The sections of the public site, as its navigation shows them. */
public enum Section implements Entry {
    YOUR_AREA("Your area", "/your-area", true),
    NEWS("News", "/news", true),
    ALERTS("Alerts", "/alerts", true),
    HAVE_YOUR_SAY("Have your say", "/have-your-say", false);

    private final String text;
    private final String path;
    private final boolean ofEveryForce;

    Section(String text, String path, boolean ofEveryForce) {
        this.text = text;
        this.path = path;
        this.ofEveryForce = ofEveryForce;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String path() {
        return path;
    }

    /** Whether it serves the areas of every force that an installation holds, and not of its own alone. */
    boolean ofEveryForce() {
        return ofEveryForce;
    }
}
