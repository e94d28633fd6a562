package org.bluelamp.news.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.news.article.ArticleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each person is typing, kept while they type and until they save it or throw it away; nobody else sees it. It is
 * dropped after a month.
 */
@Repository
public class TypedTexts {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    TypedTexts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what was typed in place of what was kept before.
     *
     * @param form anything that JSON can hold
     * @return when it was kept
     */
    @Transactional
    public Instant keep(String staff, ArticleId article, long version, Object form) {
        Instant now = clock.instant();
        jdbc.sql("delete from article_typed where staff_id = :staff and at < :old")
                .param("staff", staff)
                .param("old", Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("""
                        insert into article_typed (article_id, staff_id, version, form, at)
                        values (:article, :staff, :version, cast(:form as jsonb), :at)
                        on conflict (article_id, staff_id) do update
                        set version = excluded.version, form = excluded.form, at = excluded.at
                        """)
                .param("article", article.value())
                .param("staff", staff)
                .param("version", version)
                .param("form", json.writeValueAsString(form))
                .param("at", Timestamp.from(now))
                .update();
        return now;
    }

    /** What the person was typing for the article. */
    public Optional<Typed> find(String staff, ArticleId article) {
        return jdbc.sql("select * from article_typed where staff_id = :staff and article_id = :article")
                .param("staff", staff)
                .param("article", article.value())
                .query(this::read)
                .optional();
    }

    /** All that the person was typing, the latest first. */
    public List<Typed> of(String staff) {
        return jdbc.sql("select * from article_typed where staff_id = :staff order by at desc limit 20")
                .param("staff", staff)
                .query(this::read)
                .list();
    }

    /** Forgets it: it was saved or thrown away. */
    public void forget(String staff, ArticleId article) {
        jdbc.sql("delete from article_typed where staff_id = :staff and article_id = :article")
                .param("staff", staff)
                .param("article", article.value())
                .update();
    }

    private Typed read(ResultSet row, int n) throws SQLException {
        return new Typed(
                new ArticleId(row.getObject("article_id", UUID.class)),
                row.getLong("version"),
                json.readTree(row.getString("form")),
                row.getTimestamp("at").toInstant());
    }
}
