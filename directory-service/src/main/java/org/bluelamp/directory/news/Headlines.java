package org.bluelamp.directory.news;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The projection of news-service's articles, fed by its events in whatever order they arrive: the newest version an
 * article was ever told in stays.
 */
@Repository
public class Headlines {

    private final JdbcClient database;

    Headlines(JdbcClient database) {
        this.database = database;
    }

    /** The latest articles of all areas. */
    public List<Headline> latest(int limit) {
        return database.sql("""
                        select id, slug, title, summary, published_at from news_article
                        where not withdrawn and not archived
                        order by published_at desc, id
                        limit :limit
                        """)
                .param("limit", limit)
                .query(Headlines::headline)
                .list();
    }

    /** The latest articles for readers of these areas. */
    public List<Headline> latest(Collection<AreaCode> areas, int limit) {
        return database.sql("""
                        select id, slug, title, summary, published_at from news_article
                        where not withdrawn and not archived and areas && cast(:areas as text[])
                        order by published_at desc, id
                        limit :limit
                        """)
                .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .param("limit", limit)
                .query(Headlines::headline)
                .list();
    }

    void published(ArticlePublished article, Version version) {
        database.sql("""
                        insert into news_article as held
                               (id, version, slug, title, summary, areas, published_at, withdrawn)
                        values (:id, :version, :slug, :title, :summary, :areas, :publishedAt, false)
                        on conflict (id) do update
                        set version = excluded.version, slug = excluded.slug, title = excluded.title,
                            summary = excluded.summary, areas = excluded.areas,
                            published_at = excluded.published_at, withdrawn = false, archived = false
                        where held.version <= :replaces
                        """)
                .param("id", article.id())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("slug", article.slug())
                .param("title", article.title())
                .param("summary", article.summary() == null ? "" : article.summary())
                .param("areas", article.areas().toArray(String[]::new))
                .param("publishedAt", at(article.publishedAt()))
                .update();
    }

    /** It is listed no longer; its words are of no use here then. */
    void archived(ArticleArchived article, Version version) {
        database.sql("""
                        insert into news_article as held (id, version, slug, title, areas, withdrawn, archived)
                        values (:id, :version, '', '', :areas, false, true)
                        on conflict (id) do update
                        set version = excluded.version, slug = '', title = '', summary = '', archived = true
                        where held.version <= :replaces
                        """)
                .param("id", article.id())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("areas", article.areas().toArray(String[]::new))
                .update();
    }

    /** Its words are deleted: they may name a person, which may be why it was withdrawn. */
    void withdrawn(ArticleWithdrawn article, Version version) {
        database.sql("""
                        insert into news_article as held (id, version, slug, title, areas, withdrawn)
                        values (:id, :version, '', '', :areas, true)
                        on conflict (id) do update
                        set version = excluded.version, slug = '', title = '', summary = '', withdrawn = true
                        where held.version <= :replaces
                        """)
                .param("id", article.id())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("areas", article.areas().toArray(String[]::new))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Headline headline(ResultSet row, int n) throws SQLException {
        return new Headline(
                row.getString("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("summary"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
