package org.bluelamp.news.article;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What staff said of articles. */
@Repository
public class Comments {

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Comment comment) {
        jdbc.sql("""
                        insert into article_comment (id, article_id, version, by_id, by_name, at, text)
                        values (:id, :article, :version, :byId, :byName, :at, :text)
                        """)
                .param("id", UUID.randomUUID())
                .param("article", comment.article().value())
                .param("version", comment.version())
                .param("byId", comment.by().id())
                .param("byName", comment.by().name())
                .param("at", Timestamp.from(comment.at()))
                .param("text", comment.text())
                .update();
    }

    /** Those of one article, oldest first. */
    public List<Comment> of(ArticleId article) {
        return jdbc.sql("""
                        select version, by_id, by_name, at, text from article_comment
                        where article_id = :article order by at, id
                        """)
                .param("article", article.value())
                .query((row, n) -> new Comment(
                        article,
                        row.getLong("version"),
                        new Author(row.getString("by_id"), row.getString("by_name")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("text")))
                .list();
    }
}
