package org.bluelamp.news.article;

import java.util.Locale;

/** The states of an {@link Article} as words; the types hold the rules. */
public enum ArticleState {
    DRAFT("Draft"),
    IN_REVIEW("In review"),
    SCHEDULED("Scheduled"),
    PUBLISHED("Published"),
    CORRECTED("Corrected"),
    ARCHIVED("Archived"),
    WITHDRAWN("Withdrawn");

    private final String label;

    ArticleState(String label) {
        this.label = label;
    }

    /** The word in addresses and tables, for example {@code in-review}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for people. */
    public String label() {
        return label;
    }

    /** Whether everybody can read it and lists show it. */
    public boolean isPublic() {
        return this == PUBLISHED || this == CORRECTED;
    }

    /** @throws IllegalArgumentException when no state has the code */
    public static ArticleState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
