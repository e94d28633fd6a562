package org.bluelamp.news.desk;

import java.time.Instant;
import java.util.List;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.service.area.AreaCode;

/**
 * An article in the list of those who may edit it.
 *
 * @param touchedAt when something last happened to it
 */
public record DeskRow(ArticleId id, String title, ArticleState state, List<AreaCode> areas, Instant touchedAt) {}
