package org.bluelamp.alerts.article;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.preference.Topic;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Articles of the news service: a projection of its events, which also remembers which ones followers were told of. */
@Repository
public class Articles {

    private static final RowMapper<Article> ARTICLE = (row, n) -> new Article(
            row.getString("id"),
            row.getString("slug"),
            row.getString("title"),
            row.getString("summary"),
            Arrays.stream((String[]) row.getArray("areas").getArray())
                    .map(AreaCode::new)
                    .toList(),
            row.getObject("published_at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;
    private final Clock clock;

    Articles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A published article that was neither archived nor withdrawn. */
    Optional<Article> find(String id) {
        return jdbc.sql("""
                select id, slug, title, summary, areas, published_at
                from article
                where id = :id and archived_at is null and withdrawn_at is null and published_at is not null
                """).param("id", id).query(ARTICLE).optional();
    }

    /** A withdrawn article that had been published here. */
    Optional<Withdrawal> withdrawal(String id) {
        return jdbc.sql("""
                select areas, published_at, withdrawal_reason
                from article
                where id = :id and withdrawal_reason is not null and published_at is not null
                """)
                .param("id", id)
                .query((row, n) -> new Withdrawal(
                        Arrays.stream((String[]) row.getArray("areas").getArray())
                                .map(AreaCode::new)
                                .toList(),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("withdrawal_reason")))
                .optional();
    }

    /** The latest articles that followers were told of, newest first. */
    public List<Article> latestTold(int most) {
        return jdbc.sql("""
                select id, slug, title, summary, areas, published_at
                from article
                where told_at is not null and archived_at is null and withdrawn_at is null
                order by told_at desc, id
                limit :most
                """).param("most", most).query(ARTICLE).list();
    }

    /** Keeps the state, if its version replaces the one held; false when it does not. */
    boolean store(ArticlePublished article, Version version) {
        return jdbc.sql("""
                insert into article (id, slug, title, summary, areas, topics, published_at, version)
                values (:id, :slug, :title, :summary, :areas, :topics, :publishedAt, :version)
                on conflict (id) do update
                set slug = excluded.slug, title = excluded.title, summary = excluded.summary,
                    areas = excluded.areas, topics = excluded.topics, published_at = excluded.published_at,
                    archived_at = null, withdrawn_at = null, withdrawal_reason = null, version = excluded.version
                where article.version <= :replaces
                """)
                        .param("id", article.id())
                        .param("slug", article.slug())
                        .param("title", article.title())
                        .param("summary", article.summary())
                        .param("areas", article.areas().toArray(String[]::new))
                        .param(
                                "topics",
                                Topic.ofArticle(article.topics()).stream()
                                        .map(Topic::code)
                                        .toArray(String[]::new))
                        .param("publishedAt", article.publishedAt().atOffset(UTC))
                        .param("version", version.number())
                        .param("replaces", version.replaces())
                        .update()
                == 1;
    }

    /**
     * Marks an article withdrawn, also one whose publication has not arrived here yet; false when out of date. Its words
     * are deleted: they may name a person, which may be why it was withdrawn.
     */
    boolean store(ArticleWithdrawn article, Version version) {
        return jdbc.sql("""
                insert into article (id, slug, title, summary, areas, withdrawn_at, withdrawal_reason, version)
                values (:id, '', '', '', :areas, :withdrawnAt, :reason, :version)
                on conflict (id) do update
                set slug = '', title = '', summary = '', withdrawn_at = excluded.withdrawn_at,
                    withdrawal_reason = excluded.withdrawal_reason, version = excluded.version
                where article.version <= :replaces
                """)
                        .param("id", article.id())
                        .param("areas", article.areas().toArray(String[]::new))
                        .param("withdrawnAt", article.withdrawnAt().atOffset(UTC))
                        .param("reason", article.reason())
                        .param("version", version.number())
                        .param("replaces", version.replaces())
                        .update()
                == 1;
    }

    /** Marks an article archived, also one whose publication has not arrived here yet; false when out of date. */
    boolean store(ArticleArchived article, Version version) {
        return jdbc.sql("""
                insert into article (id, slug, title, summary, areas, archived_at, version)
                values (:id, '', '', '', :areas, :archivedAt, :version)
                on conflict (id) do update
                set archived_at = excluded.archived_at, version = excluded.version
                where article.version <= :replaces
                """)
                        .param("id", article.id())
                        .param("areas", article.areas().toArray(String[]::new))
                        .param("archivedAt", article.archivedAt().atOffset(UTC))
                        .param("version", version.number())
                        .param("replaces", version.replaces())
                        .update()
                == 1;
    }

    /** Takes the one chance to tell followers; false when they were told before. */
    boolean markTold(String id) {
        return jdbc.sql("update article set told_at = :now where id = :id and told_at is null")
                        .param("id", id)
                        .param("now", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }
}
