package org.bluelamp.news.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of text an article is: a closed list, as rules hang on it. */
public enum ArticleKind {
    NEWS("News"),
    ADVICE("Advice"),
    EVENT("Event"),
    APPEAL("Appeal for information"),
    MISSING_PERSON("Missing person"),
    COURT_RESULT("Court result");

    private final String label;

    ArticleKind(String label) {
        this.label = label;
    }

    /** The name in addresses, events and tables, for example {@code missing-person}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** Whether its end means that it must no longer be read anywhere, and not just that it is old. */
    public boolean isTakenBackAtItsEnd() {
        return this == APPEAL || this == MISSING_PERSON;
    }

    /** The kind of that code, if there is one. */
    public static Optional<ArticleKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
