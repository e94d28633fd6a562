package org.bluelamp.news.article;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The public versions of articles: nothing that readers saw changes silently. */
@Repository
public class Versions {

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Public article) {
        Content content = article.content();
        jdbc.sql("""
                        insert into article_version (article_id, version, at, title, summary, body, note)
                        values (:article, :version, :at, :title, :summary, :body, :note)
                        """)
                .param("article", article.id().value())
                .param("version", article.version())
                .param("at", Timestamp.from(article.updatedAt()))
                .param("title", content.title())
                .param("summary", content.summary())
                .param("body", content.body())
                .param(
                        "note",
                        article instanceof Corrected corrected
                                ? corrected.correction().note()
                                : null)
                .update();
    }

    /** Those of one article, newest first. */
    public List<ArticleVersion> of(ArticleId article) {
        return jdbc.sql("""
                        select version, at, title, summary, body, note from article_version
                        where article_id = :article order by version desc
                        """)
                .param("article", article.value())
                .query((row, n) -> new ArticleVersion(
                        row.getLong("version"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("body"),
                        row.getString("note")))
                .list();
    }
}
