package org.bluelamp.news.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Published;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewsApiTest extends NewsTest {

    private static final String ARTICLES = "/api/v1/news/articles";

    private final JsonMapper json = new JsonMapper();

    @Test
    void a_program_reads_the_whole_list_by_following_the_cursor() {
        for (int i = 10; i < 35; i++) {
            publishedAt("2026-10-05T10:00:" + i + "Z", anArticle().titled("Number " + i));
        }
        List<String> titles = new ArrayList<>();
        String cursor = "";
        int requests = 0;
        do {
            JsonNode part = read(call().get(ARTICLES + "?limit=10&cursor=" + cursor));
            part.get("articles")
                    .forEach(article -> titles.add(article.get("title").asString()));
            cursor = part.get("next").isNull() ? "" : part.get("next").asString();
            requests++;
        } while (!cursor.isEmpty());

        assertThat(requests).isEqualTo(3);
        assertThat(titles)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith("Number 34")
                .endsWith("Number 10");
    }

    @Test
    void one_article_comes_with_its_text_as_it_was_written_and_as_safe_html() {
        Published article = published(anArticle().saying("**Now** <b>x</b>"));

        JsonNode one = read(call().get(ARTICLES + "/" + article.id()));

        assertThat(one.get("url").asString()).isEqualTo("http://localhost:8080/news/bike-marking-in-ware");
        assertThat(one.get("body").asString()).isEqualTo("**Now** <b>x</b>");
        assertThat(one.get("bodyHtml").asString()).isEqualTo("<p><strong>Now</strong> &lt;b&gt;x&lt;/b&gt;</p>\n");
        assertThat(one.get("areas").get(0).get("name").asString()).isEqualTo("Ware");
        assertThat(one.get("topics").get(0).asString()).isEqualTo("vehicle-crime");
        assertThat(one.get("campaign").isNull()).isTrue();
        assertThat(one.get("publishedAt").asString())
                .isEqualTo(article.publication().at().toString());
    }

    @Test
    void a_withdrawn_article_is_gone_with_its_reason_and_a_draft_was_never_there() {
        Published article = published(anArticle());
        newsroom.withdraw(ERIN, article.id(), 2, "Wrong date.");

        Answer gone = call().get(ARTICLES + "/" + article.id());
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.header("Content-Type")).startsWith("application/problem+json");
        assertThat(read(gone).get("reason").asString()).isEqualTo("Wrong date.");

        Answer draft = call().get(ARTICLES + "/" + draft(anArticle()).id());
        assertThat(draft.status()).isEqualTo(404);
        assertThat(draft.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "area, hertfordshire/atlantis",
        "topic, astrology",
        "campaign, a-b",
        "kind, gossip",
        "year, 99",
        "cursor, x",
        "limit, 0",
        "limit, 101"
    })
    void a_parameter_that_names_nothing_is_a_problem_that_says_which(String parameter, String value) {
        Answer answer = call().get(ARTICLES + "?" + parameter + "=" + value);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(read(answer).get("errors").get(0).get("field").asString()).isEqualTo(parameter);
    }

    @Test
    void the_interface_is_described_and_only_its_own_paths() {
        JsonNode description = read(call().get("/api/v1/news/openapi"));
        assertThat(StreamSupport.stream(description.get("paths").propertyNames().spliterator(), false)
                        .toList())
                .filteredOn(path -> !path.startsWith("/api/v1/news/desk/"))
                .containsExactlyInAnyOrder(
                        ARTICLES, ARTICLES + "/{id}", ARTICLES + "/{id}/versions", "/api/v1/news/topics");
    }

    @Test
    void who_has_an_answer_is_told_so_until_something_in_it_changes() {
        Published article = publishedAt("2026-10-05T08:00:00Z", anArticle());
        for (String path :
                List.of(ARTICLES, ARTICLES + "/" + article.id(), ARTICLES + "/" + article.id() + "/versions")) {
            String tag = call().get(path).header("ETag");
            Answer again = call().with("If-None-Match", tag).get(path);
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        String one = ARTICLES + "/" + article.id();
        String since = call().get(one).header("Last-Modified");
        assertThat(since).isEqualTo("Mon, 05 Oct 2026 08:00:00 GMT");
        assertThat(call().with("If-Modified-Since", since).get(one).status()).isEqualTo(304);
        String tag = call().get(one).header("ETag");

        newsroom.correct(ERIN, article.id(), 2, otherWords(), "The words");

        assertThat(call().with("If-None-Match", tag).get(one).status()).isEqualTo(200);
        assertThat(call().with("If-Modified-Since", since).get(one).status()).isEqualTo(200);
        assertThat(call().get(one).header("Last-Modified"))
                .as("it may be corrected again within the same second")
                .isEmpty();
    }

    @Test
    void the_list_selects_by_kind_year_and_words() {
        publishedAt("2025-10-05T08:00:00Z", anArticle().titled("Last year"));
        publishedAt("2026-10-05T08:00:00Z", anArticle().titled("An appeal").kind(ArticleKind.ADVICE));
        publishedAt("2026-10-06T08:00:00Z", anArticle().titled("Burglaries in Ware"));

        assertThat(titles("year=2025")).containsExactly("Last year");
        assertThat(titles("kind=advice")).containsExactly("An appeal");
        assertThat(titles("q=burglary")).containsExactly("Burglaries in Ware");
    }

    @Test
    void a_program_reads_what_an_article_said_before() {
        Published article = published(anArticle());
        newsroom.correct(ERIN, article.id(), 2, anArticle().titled("Better").build(), "The title");

        JsonNode versions =
                read(call().get(ARTICLES + "/" + article.id() + "/versions")).get("versions");
        assertThat(versions.valueStream().map(one -> one.get("title").asString()))
                .containsExactly("Better", "Bike marking in Ware");
        assertThat(versions.get(0).get("note").asString()).isEqualTo("The title");

        newsroom.withdraw(ERIN, article.id(), 3, "Wrong date.");
        assertThat(call().get(ARTICLES + "/" + article.id() + "/versions").status())
                .isEqualTo(410);
    }

    @Test
    void the_codes_of_topics_and_kinds_can_be_read() {
        JsonNode choices = read(call().get("/api/v1/news/topics"));
        assertThat(choices.get("topics").get(0).get("code").asString()).isEqualTo("anti-social-behaviour");
        assertThat(choices.get("kinds").get(0).get("name").asString()).isEqualTo("News");
    }

    private List<String> titles(String query) {
        return read(call().get(ARTICLES + "?" + query))
                .get("articles")
                .valueStream()
                .map(article -> article.get("title").asString())
                .toList();
    }

    private JsonNode read(Answer answer) {
        return json.readTree(answer.body());
    }
}
