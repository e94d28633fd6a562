package org.bluelamp.news.article;

/** An article that only staff can see. */
public sealed interface Unpublished extends Article permits Draft, InReview, Scheduled {}
