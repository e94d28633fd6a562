package org.bluelamp.news.article;

/** An article that was public and was taken back. Nothing follows: what is to be said again is written anew. */
public record Withdrawn(
        ArticleId id,
        Slug slug,
        Content content,
        Provenance provenance,
        Publication publication,
        Withdrawal withdrawal,
        long version)
        implements Article {}
