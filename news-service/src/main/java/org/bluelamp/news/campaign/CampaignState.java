package org.bluelamp.news.campaign;

import java.util.Locale;

/** How far a campaign has come by what staff did; what the calendar adds is its {@link Phase}. */
public enum CampaignState {
    DRAFT("Draft"),
    PUBLISHED("Published"),
    ENDED("Ended");

    private final String label;

    CampaignState(String label) {
        this.label = label;
    }

    /** The word in tables. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for people. */
    public String label() {
        return label;
    }

    static CampaignState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
