package org.bluelamp.news.article;

/**
 * A piece of news in one state of its life. Each state is a type that has only the transitions that are allowed in it,
 * so publishing what was withdrawn does not compile:
 *
 * <pre>
 * write → Draft ── submit ──→ InReview ── publish ──→ Published ── correct ──→ Corrected ↺ correct
 *          ↺ rewrite ←─ send back ─ ↺ rewrite │             │                     │
 *          │                              schedule          ├── archive ──→ Archived
 *          │                                  ↓             │                     │
 *          └────── schedule ──────────→ Scheduled ─ due ─┘  └── withdraw ──→ Withdrawn
 * </pre>
 *
 * <p>A draft may be published at once where no second person is asked for. Every transition raises the version by one; a
 * repository accepts a change only onto the version before it.
 */
public sealed interface Article permits Unpublished, Public, Archived, Withdrawn {

    /** The id, the same in every state. */
    ArticleId id();

    /** Its present address. */
    Slug slug();

    /** What it says and whom it is for. */
    Content content();

    /** Who wrote and changed it. */
    Provenance provenance();

    /** Rises by one with every change; 1 when first written. */
    long version();

    /** The state as a word, for tables, filters and tags. */
    default ArticleState state() {
        return switch (this) {
            case Draft _ -> ArticleState.DRAFT;
            case InReview _ -> ArticleState.IN_REVIEW;
            case Scheduled _ -> ArticleState.SCHEDULED;
            case Published _ -> ArticleState.PUBLISHED;
            case Corrected _ -> ArticleState.CORRECTED;
            case Archived _ -> ArticleState.ARCHIVED;
            case Withdrawn _ -> ArticleState.WITHDRAWN;
        };
    }
}
