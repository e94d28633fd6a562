package org.bluelamp.news.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;

import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Topic;
import org.bluelamp.testing.web.Answer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadPageTest extends NewsTest {

    @Test
    void search_engines_read_it_as_a_news_article() {
        Published article = publishedAt(
                "2026-10-05T08:00:00Z", anArticle().about(Topic.BURGLARY).of("HertsWeek"));

        JsonNode data = data(call().page("/news/" + article.slug()));

        assertThat(data.get("@context").asString()).isEqualTo("https://schema.org");
        assertThat(data.get("@type").asString()).isEqualTo("NewsArticle");
        assertThat(data.get("headline").asString()).isEqualTo("Bike marking in Ware");
        assertThat(data.get("url").asString()).isEqualTo("http://localhost:8080/news/bike-marking-in-ware");
        assertThat(data.get("datePublished").asString()).isEqualTo("2026-10-05T08:00:00Z");
        assertThat(data.get("dateModified").asString()).isEqualTo("2026-10-05T08:00:00Z");
        assertThat(data.get("contentLocation").get(0).get("name").asString()).isEqualTo("Ware");
        assertThat(data.get("keywords").valueStream().map(JsonNode::asString)).containsExactly("Burglary", "HertsWeek");
        assertThat(data.get("publisher").get("name").asString()).isEqualTo("Neighbourhood policing in Hertfordshire");
    }

    @Test
    void no_title_breaks_out_of_the_data_and_no_other_script_stands_in_the_page() {
        String title = "</script><script>alert(1)</script><!-- \u2028 &amp; \\\" ]]>";
        Published article = published(anArticle().titled(title));

        Answer answer = call().get("/news/" + article.slug());

        assertThat(data(answer.html()).get("headline").asString())
                .isEqualTo(article.content().title());
        assertThat(answer.body()).doesNotContain("<script>", "</script><script>alert");
        assertThat(answer.html().select("script:not([src])").eachAttr("type"))
                .as("script-src 'self' lets no script run that stands in the page; a data block is none")
                .containsExactly("application/ld+json");
    }

    @Test
    void shared_links_show_what_the_article_is() {
        Published article = publishedAt("2026-10-05T08:00:00Z", anArticle().titled("Bikes & \"more\""));

        Document page = call().page("/news/" + article.slug());

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080/news/bikes-more");
        assertThat(property(page, "og:type")).isEqualTo("article");
        assertThat(property(page, "og:title")).isEqualTo("Bikes & \"more\"");
        assertThat(property(page, "og:description")).isEqualTo(article.content().summary());
        assertThat(property(page, "og:url")).isEqualTo("http://localhost:8080/news/bikes-more");
        assertThat(property(page, "article:published_time")).isEqualTo("2026-10-05T08:00:00Z");
    }

    @Test
    void readers_can_share_it_and_no_other_site_hears_of_them_before() {
        published(anArticle().titled("Bikes & more"));

        Document page = call().page("/news/bikes-more");

        assertThat(page.select(".bl-share a").eachAttr("href"))
                .hasSize(4)
                .anyMatch(href -> href.startsWith("mailto:?subject=Bikes%20%26%20more&body=")
                        && href.endsWith("http%3A%2F%2Flocalhost%3A8080%2Fnews%2Fbikes-more"))
                .contains(
                        "https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2Flocalhost%3A8080%2Fnews%2Fbikes-more",
                        "https://wa.me/?text=Bikes%20%26%20more%20http%3A%2F%2Flocalhost%3A8080%2Fnews%2Fbikes-more",
                        "https://x.com/intent/post?text=Bikes%20%26%20more&url=http%3A%2F%2Flocalhost%3A8080%2Fnews%2Fbikes-more");
        assertThat(page.select(".bl-share a[href^=http]"))
                .allMatch(link ->
                        link.attr("rel").contains("noreferrer") && link.text().contains("another site"));
        assertThat(page.select("label[for=address]").text()).isNotEmpty();
        assertThat(page.select("#address").val()).isEqualTo("http://localhost:8080/news/bikes-more");
        assertThat(page.select("[src^=http], link[rel=stylesheet][href^=http], iframe"))
                .isEmpty();
    }

    @Test
    void versions_show_word_by_word_what_changed() {
        Published article = published(anArticle().saying("Come between ten and two.\n\nBring <b>bikes</b>."));
        newsroom.correct(
                ERIN,
                article.id(),
                2,
                anArticle()
                        .saying("Come between ten and four.\n\nBring <b>bikes</b>.")
                        .build(),
                "The end was wrong");

        assertThat(call().page("/news/" + article.slug()).select("article a").eachAttr("href"))
                .contains("/news/" + article.slug() + "/versions");
        Document page = call().page("/news/" + article.slug() + "/versions");
        assertThat(page.select("main del").eachText()).containsExactly("removed: two., end of what was removed.");
        assertThat(page.select("main ins").eachText()).containsExactly("added: four., end of what was added.");
        assertThat(page.select(".bl-change")).hasSize(1);
        assertThat(page.select(".bl-change").text()).startsWith("Come between ten and");
        assertThat(page.select("main").text()).contains("The end was wrong");
    }

    @Test
    void an_old_address_leads_to_the_versions_too_and_those_of_a_withdrawn_article_are_gone() {
        Published article = published(anArticle());
        newsroom.correct(
                ERIN, article.id(), 2, anArticle().titled("Tool marking").build(), "The title");

        Answer moved = call().get("/news/bike-marking-in-ware/versions");
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).isEqualTo("/news/tool-marking/versions");

        newsroom.withdraw(ERIN, article.id(), 3, "Nobody came.");
        Answer gone = call().get("/news/tool-marking/versions");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).contains("Nobody came.");
        assertThat(gone.body()).doesNotContain("Tool marking");
    }

    @Test
    void an_archived_article_that_was_corrected_still_shows_its_versions() {
        Published article = published(anArticle());
        newsroom.correct(ERIN, article.id(), 2, otherWords(), "The words");
        newsroom.archive(ERIN, article.id(), 3);

        assertThat(call().page("/news/" + article.slug()).select("article a").eachAttr("href"))
                .contains("/news/" + article.slug() + "/versions");
        assertThat(call().get("/news/" + article.slug() + "/versions").status()).isEqualTo(200);
    }

    private static JsonNode data(Document page) {
        return new JsonMapper()
                .readTree(page.select("head script[type=application/ld+json]")
                        .first()
                        .data());
    }

    private static String property(Document page, String name) {
        return page.select("head meta[property=" + name + "]").attr("content");
    }
}
