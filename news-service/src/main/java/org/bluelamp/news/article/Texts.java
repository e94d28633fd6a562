package org.bluelamp.news.article;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What articles said at their versions, public or not, for a month; for staff only. */
@Repository
public class Texts implements Expiring {

    /** As long as what somebody types is kept. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;

    Texts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what the article says at this moment, if that is not kept yet. */
    void keep(ArticleId article) {
        jdbc.sql("""
                        insert into article_text (
                            article_id, version, at, title, summary, body, kind, areas, topics, campaign, hashtags,
                            contact, crime_reference, not_after)
                        select id, version, changed_at, title, summary, body, kind,
                               array(select area_code from article_area aa where aa.article_id = a.id),
                               topics, campaign, hashtags, contact, crime_reference, not_after
                        from article a where id = :id
                        on conflict do nothing
                        """).param("id", article.value()).update();
    }

    /** What the article said at a version; empty when that is not known any more. */
    public Optional<Content> at(ArticleId article, long version) {
        return jdbc.sql("""
                        select * from article_text
                        where article_id = :id and version <= :version order by version desc limit 1
                        """)
                .param("id", article.value())
                .param("version", version)
                .query((row, n) -> Articles.content(row))
                .optional();
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                        delete from article_text where (article_id, version) in (
                            select article_id, version from article_text
                            where at < :before order by at limit :limit for update skip locked)
                        """)
                .param("before", Timestamp.from(now.minus(KEPT)))
                .param("limit", limit)
                .update();
    }
}
