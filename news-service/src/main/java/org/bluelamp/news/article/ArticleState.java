package org.bluelamp.news.article;

import java.util.Locale;

/** The states of an {@link Article} as words; the types hold the rules. */
public enum ArticleState {
    DRAFT,
    PUBLISHED,
    WITHDRAWN;

    /** The word in addresses and tables, for example {@code published}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
