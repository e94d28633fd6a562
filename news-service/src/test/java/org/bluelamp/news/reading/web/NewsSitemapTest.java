package org.bluelamp.news.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;

import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Published;
import org.bluelamp.testing.web.Answer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class NewsSitemapTest extends NewsTest {

    @Test
    void search_engines_find_what_is_current_and_nothing_else() {
        publishedAt("2026-10-05T08:00:00Z", anArticle().titled("Here"));
        Published withdrawn = published(anArticle().titled("Gone"));
        newsroom.withdraw(ERIN, withdrawn.id(), 2, "Wrong.");
        draft(anArticle().titled("Not yet"));

        Document map = map("/news/sitemap.xml");

        assertThat(map.select("urlset > url > loc").eachText()).containsExactly("http://localhost:8080/news/here");
        assertThat(map.select("lastmod").eachText()).containsExactly("2026-10-05T08:00:00Z");
    }

    @Test
    void what_is_too_much_for_one_map_is_told_by_year() {
        publishedAt("2024-10-05T08:00:00Z", anArticle().titled("Old"));
        jdbc.sql("""
                        with written as (
                            select gen_random_uuid() as id, 'many-' || n as slug from generate_series(1, :most) as n),
                        addressed as (insert into article_slug (slug, article_id) select slug, id from written)
                        insert into article (
                            id, slug, title, summary, body, topics, state,
                            author_id, author_name, written_at, changed_by_id, changed_by_name, changed_at,
                            published_by_id, published_by_name, published_at, version)
                        select id, slug, 'Title', 'Summary', 'Body', '{}', 'published',
                               'erin', 'Erin', '2026-01-02', 'erin', 'Erin', '2026-01-02',
                               'erin', 'Erin', '2026-01-02', 2
                        from written
                        """).param("most", NewsSitemap.MOST).update();
        jdbc.sql("""
                        insert into article_listed
                        select '', '', true, published_at, id from article where slug = 'many-1'
                        """).update();

        assertThat(map("/news/sitemap.xml")
                        .select("sitemapindex > sitemap > loc")
                        .eachText())
                .containsExactly(
                        "http://localhost:8080/news/sitemap-2026.xml",
                        "http://localhost:8080/news/sitemap-2025.xml",
                        "http://localhost:8080/news/sitemap-2024.xml");
        assertThat(map("/news/sitemap-2024.xml").select("loc").eachText())
                .containsExactly("http://localhost:8080/news/old");
        assertThat(call().get("/news/sitemap-1999.xml").status()).isEqualTo(404);
        jdbc.sql("truncate article, article_slug cascade").update();
    }

    private Document map(String path) {
        Answer answer = call().get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        return Jsoup.parse(answer.body(), "", Parser.xmlParser());
    }
}
