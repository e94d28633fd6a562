package org.bluelamp.news.desk;

import java.time.Instant;
import org.bluelamp.news.article.ArticleId;

/**
 * Something that will happen to an article by itself.
 *
 * @param publication whether it becomes public; it ends otherwise
 */
public record ComingUp(Instant at, boolean publication, ArticleId article, String title) {}
