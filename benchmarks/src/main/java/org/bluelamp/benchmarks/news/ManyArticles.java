package org.bluelamp.benchmarks.news;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Invented articles, written into the tables directly: ten a day for fourteen years. Their texts are made of words as
 * unevenly used as those of a language, so that some words are in nearly all of them and some in few.
 */
final class ManyArticles {

    static final int COUNT = 50_000;

    private static final String AREAS = """
            insert into area (code, kind, name, households, version)
            select 'shire', 'force', 'Shire', cast(null as bigint), 1
            union all
            select 'shire/d' || d, 'district', 'District ' || d, null, 1 from generate_series(0, 9) as d
            union all
            select 'shire/d' || n % 10 || '/n' || n, 'neighbourhood', 'Neighbourhood ' || n, 5000, 1
            from generate_series(0, 32) as n
            """;

    /** A word's number, small ones far more often: the square of one chance times another. */
    private static final String TEXTS = """
            create temporary table written as
            select n, gen_random_uuid() as id, 'article-' || n as slug,
                   date_trunc('milliseconds', now() - n * interval '2.4 hours') as at,
                   (array['news', 'news', 'news', 'advice', 'event', 'appeal', 'court-result'])[1 + n % 7] as kind,
                   (array['burglary', 'drugs', 'fraud', 'road-safety', 'vehicle-crime', 'community'])[1 + n % 6] as topic,
                   case when n % 20 = 0 then 'Week' || n % 400 end as campaign,
                   case when n % 10 = 0 then 'shire'
                        when n % 10 < 3 then 'shire/d' || n % 97 % 10
                        else 'shire/d' || n % 33 % 10 || '/n' || n % 33 end as area,
                   (select string_agg('w' || floor(4000 * power(random(), 3) + 0 * word)::int, ' ')
                    from generate_series(1, 250 + 0 * n) as word) as body
            from generate_series(1, :count) as n
            """.replace(":count", Integer.toString(COUNT));

    private static final String ADDRESSES = "insert into article_slug (slug, article_id) select slug, id from written";

    private static final String ARTICLES = """
            insert into article (
                id, slug, title, summary, body, topics, campaign, kind, state,
                author_id, author_name, written_at, changed_by_id, changed_by_name, changed_at,
                published_by_id, published_by_name, published_at, version)
            select id, slug, 'Article ' || n || ' about ' || topic, 'What the team of ' || area || ' did this week.',
                   body || E'\\n\\n## Come and see us\\n\\n- [Your team](/your-area)\\n- **Call 101**\\n\\n' || body,
                   array[topic], campaign, kind, 'published',
                   'erin', 'Erin', at, 'erin', 'Erin', at, 'erin', 'Erin', at, 2
            from written
            """;

    private static final String VERSIONS = """
            insert into article_version (article_id, version, at, title, summary, body)
            select id, version, published_at, title, summary, body from article
            """;

    private ManyArticles() {}

    static void into(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(AREAS);
            statement.execute(TEXTS);
            database.setAutoCommit(false);
            statement.execute(ADDRESSES);
            statement.execute(ARTICLES);
            statement.execute("insert into article_area (article_id, area_code) select id, area from written");
            statement.execute(VERSIONS);
            statement.execute("insert into article_listed select * from article_listing");
            database.commit();
            database.setAutoCommit(true);
            // As the database does by itself in the time in which so many come to be.
            statement.execute("vacuum analyze");
        }
    }
}
