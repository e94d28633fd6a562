package org.bluelamp.news.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bluelamp.news.NewsTest;
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
                .containsExactlyInAnyOrder(ARTICLES, ARTICLES + "/{id}");
    }

    private JsonNode read(Answer answer) {
        return json.readTree(answer.body());
    }
}
