package org.bluelamp.news.desk;

import java.time.Instant;
import org.bluelamp.news.article.ArticleId;
import tools.jackson.databind.JsonNode;

/**
 * What somebody was typing and has not saved.
 *
 * @param version of the article they had before them; 0 for a new one
 * @param form the fields as they were typed
 */
public record Typed(ArticleId article, long version, JsonNode form, Instant at) {}
