package org.bluelamp.feedback.insight.web;

import java.util.Arrays;

/** How far the dashboard looks back, unless it is told days. */
public enum Period {
    FOUR_WEEKS("4-weeks", "Last 4 weeks", 28),
    THREE_MONTHS("3-months", "Last 3 months", 91),
    YEAR("year", "Last year", 364);

    private final String code;
    private final String label;
    private final int days;

    Period(String code, String label, int days) {
        this.code = code;
        this.label = label;
        this.days = days;
    }

    /** The one with this code; four weeks for any other word. */
    static Period of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElse(FOUR_WEEKS);
    }

    /** The word in addresses. */
    public String code() {
        return code;
    }

    /** The word for pages. */
    public String label() {
        return label;
    }

    /** How many days it has: whole weeks, so that each has as many Saturdays as the one before. */
    public int days() {
        return days;
    }
}
