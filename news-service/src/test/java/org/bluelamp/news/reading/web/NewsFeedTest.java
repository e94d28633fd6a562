package org.bluelamp.news.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.OffsetDateTime;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Topic;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewsFeedTest extends NewsTest {

    @Test
    void a_feed_reader_understands_the_feed() throws FeedException {
        publishedAt("2026-10-05T08:00:00Z", anArticle().titled("Older"));
        Published newer = publishedAt(
                "2026-10-06T08:00:00Z",
                anArticle()
                        .titled("Newer & <better>")
                        .saying("See [your team](/your-area/east-herts/ware). <script>x</script>")
                        .about(Topic.BURGLARY)
                        .of("HertsWeek"));

        Answer answer = call().get("/news/feed");
        SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.body()));

        assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("News - Neighbourhood policing in Hertfordshire");
        assertThat(feed.getUri()).isEqualTo("http://localhost:8080/news/feed");
        assertThat(feed.getEntries()).extracting(SyndEntry::getTitle).containsExactly("Newer & <better>", "Older");
        SyndEntry entry = feed.getEntries().getFirst();
        assertThat(entry.getUri()).isEqualTo("urn:uuid:" + newer.id());
        assertThat(entry.getLink()).isEqualTo("http://localhost:8080/news/newer-better");
        assertThat(entry.getPublishedDate()).isEqualTo("2026-10-06T08:00:00Z");
        assertThat(entry.getCategories()).extracting(SyndCategory::getName).containsExactly("burglary", "HertsWeek");
        assertThat(entry.getContents().getFirst().getValue())
                .contains("http://localhost:8080/your-area/east-herts/ware")
                .contains("&lt;script&gt;");
    }

    @Test
    void a_feed_reader_understands_it_as_rss_too() throws FeedException {
        Published article = publishedAt(
                "2026-10-06T08:00:00Z",
                anArticle().titled("Newer & <better>").about(Topic.BURGLARY).of("HertsWeek"));

        Answer answer = call().get("/news/feed.rss?topic=burglary");
        SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.body()));

        assertThat(answer.header("Content-Type")).startsWith("application/rss+xml");
        assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
        assertThat(feed.getTitle()).isEqualTo("News about burglary - Neighbourhood policing in Hertfordshire");
        assertThat(feed.getLink()).isEqualTo("http://localhost:8080/news?topic=burglary");
        assertThat(answer.body()).contains("href=\"http://localhost:8080/news/feed.rss?topic=burglary\"");
        SyndEntry entry = feed.getEntries().getFirst();
        assertThat(entry.getTitle()).isEqualTo("Newer & <better>");
        assertThat(entry.getUri()).isEqualTo("urn:uuid:" + article.id());
        assertThat(entry.getLink()).isEqualTo("http://localhost:8080/news/newer-better");
        assertThat(entry.getPublishedDate()).isEqualTo("2026-10-06T08:00:00Z");
        assertThat(entry.getDescription().getValue())
                .isEqualTo(article.content().summary());
        assertThat(entry.getContents().getFirst().getValue()).contains("<p>Come between ten and two.</p>");
        assertThat(entry.getCategories()).extracting(SyndCategory::getName).containsExactly("Burglary", "#HertsWeek");
    }

    /** What JSON Feed 1.1 asks for: version and title, a text as id of each item, and its content. */
    @Test
    void the_json_feed_keeps_to_its_specification() {
        Published article = publishedAt(
                "2026-10-06T08:00:00.123Z",
                anArticle().titled("Newer & <better>").about(Topic.BURGLARY).of("HertsWeek"));

        Answer answer = call().get("/news/feed.json?campaign=hertsweek");
        JsonNode feed = new JsonMapper().readTree(answer.body());

        assertThat(answer.header("Content-Type")).startsWith("application/feed+json");
        assertThat(feed.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("title").asString()).startsWith("News of #hertsweek");
        assertThat(feed.get("home_page_url").asString()).isEqualTo("http://localhost:8080/news?campaign=hertsweek");
        assertThat(feed.get("feed_url").asString())
                .isEqualTo("http://localhost:8080/news/feed.json?campaign=hertsweek");
        assertThat(feed.get("language").asString()).isEqualTo("en-GB");
        assertThat(feed.get("authors").get(0).get("name").asString()).isNotBlank();
        JsonNode item = feed.get("items").get(0);
        assertThat(item.get("id").asString()).isEqualTo("urn:uuid:" + article.id());
        assertThat(item.get("url").asString()).isEqualTo("http://localhost:8080/news/newer-better");
        assertThat(item.get("title").asString()).isEqualTo("Newer & <better>");
        assertThat(item.get("content_html").asString()).contains("<p>Come between ten and two.</p>");
        assertThat(OffsetDateTime.parse(item.get("date_published").asString())).isEqualTo("2026-10-06T08:00:00Z");
        assertThat(item.get("tags").valueStream().map(JsonNode::asString)).containsExactly("Burglary", "HertsWeek");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/news/feed", "/news/feed.rss", "/news/feed.json"})
    void an_article_that_is_withdrawn_or_archived_is_out_of_every_feed_at_once(String path) {
        Published appeal = published(anArticle().titled("Have you seen Pat Example?"));
        Published old = published(anArticle().titled("Meet us on Friday"));
        Answer before = call().get(path + "?area=" + WARE);
        assertThat(before.body()).contains("Pat Example", "Meet us on Friday");

        newsroom.withdraw(ERIN, appeal.id(), 2, "Found.");
        newsroom.archive(ERIN, old.id(), 2);

        Answer after = call().with("If-None-Match", before.header("ETag")).get(path + "?area=" + WARE);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).doesNotContain("Pat Example", "Meet us on Friday");
        assertThat(after.header("Cache-Control")).contains("no-cache");
        assertThat(call().with("If-None-Match", after.header("ETag"))
                        .get(path + "?area=" + WARE)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void an_empty_feed_is_a_feed_too() throws FeedException {
        SyndFeed feed = new SyndFeedInput()
                .build(new StringReader(call().get("/news/feed").body()));
        assertThat(feed.getEntries()).isEmpty();
    }

    @Test
    void a_feed_of_an_area_holds_what_the_list_of_the_area_holds() throws FeedException {
        published(anArticle().titled("Ours"));
        published(anArticle().titled("Elsewhere").forAreas("hertfordshire/watford"));

        SyndFeed feed = new SyndFeedInput()
                .build(new StringReader(call().get("/news/feed?area=" + WARE).body()));

        assertThat(feed.getTitle()).startsWith("News for Ware");
        assertThat(feed.getEntries()).extracting(SyndEntry::getTitle).containsExactly("Ours");
        assertThat(call().get("/news/feed?area=hertfordshire/atlantis").status())
                .isEqualTo(404);
    }

    @Test
    void who_has_the_newest_is_told_so_until_an_article_comes_changes_or_goes() {
        Published article = published(anArticle());
        String tag = call().get("/news/feed").header("ETag");
        assertThat(tag).matches("W/\"[0-9a-f]{32}\"");
        assertThat(status(tag)).isEqualTo(304);

        newsroom.correct(ERIN, article.id(), 2, otherWords(), "Better words.");
        assertThat(status(tag)).isEqualTo(200);

        tag = call().get("/news/feed").header("ETag");
        Published second = published(anArticle().titled("Another"));
        assertThat(status(tag)).isEqualTo(200);

        newsroom.withdraw(ERIN, second.id(), 2, "Wrong date.");
        assertThat(status(tag)).isEqualTo(304);
        newsroom.withdraw(ERIN, article.id(), 3, "Wrong date.");
        assertThat(status(tag)).isEqualTo(200);
    }

    private int status(String tag) {
        return call().with("If-None-Match", tag).get("/news/feed").status();
    }
}
