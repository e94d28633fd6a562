package org.bluelamp.news.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;
import static org.bluelamp.testing.staff.TestStaff.staff;

import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.Published;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.Test;

class DeskApiTest extends NewsTest {

    private static final String ARTICLES = "/api/v1/news/desk/articles";
    private static final String TEXT = """
            {"title": "Bike marking in Ware", "summary": "Bring your bike.", "body": "Come early.",
             "areas": ["hertfordshire/east-herts/ware"], "hashtags": ["Bikes"], "lastDay": "2099-12-31"%s}
            """;

    private Caller erin() {
        return call().as(staff("Erin Editor").as("editor").in("hertfordshire"));
    }

    @Test
    void a_program_writes_reads_changes_and_publishes_each_on_the_version_it_read() {
        Answer draft = erin().postJson(ARTICLES, TEXT.formatted(""));
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.header("ETag")).isEqualTo("\"1\"");
        String article = draft.header("Location");
        assertThat(erin().get(article).body()).contains("\"state\":\"draft\"", "\"kind\":\"news\"");

        Answer changed = at("\"1\"").putJson(article, TEXT.formatted("").replace("Come early", "Come late"));
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(at("\"1\"").postJson(article + "/publish", "").status()).isEqualTo(412);
        assertThat(erin().postJson(article + "/publish", "").status()).isEqualTo(428);
        assertThat(at("\"2\"").postJson(article + "/publish", "").body()).contains("\"state\":\"published\"");
        assertThat(call().get("/news/bike-marking-in-ware").text()).contains("Come late.");
    }

    @Test
    void what_is_wrong_is_told_field_by_field_in_the_words_of_the_pages() {
        Answer refused = erin().postJson(ARTICLES, """
                {"title": "", "summary": "S", "body": "B", "areas": ["atlantis"], "kind": "poem",
                 "lastDay": "2020-01-01"}
                """);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body())
                .contains("Enter a title", "Choose areas from the list", "Choose a kind from the list")
                .contains("\"field\":\"lastDay\"", "The last day must be today or later");
    }

    @Test
    void a_correction_needs_its_note_and_a_withdrawal_its_reason() {
        Published article = published(anArticle());
        String path = ARTICLES + "/" + article.id();
        assertThat(at("\"2\"").putJson(path, TEXT.formatted("")).body()).contains("Enter what you corrected");
        assertThat(at("\"2\"")
                        .putJson(path, TEXT.formatted(", \"note\": \"The hour.\""))
                        .body())
                .contains("\"state\":\"corrected\"");
        assertThat(at("\"3\"").postJson(path + "/withdraw", "{}").status()).isEqualTo(400);
        assertThat(at("\"3\"")
                        .postJson(path + "/withdraw", "{\"reason\": \"Wrong.\"}")
                        .body())
                .contains("\"state\":\"withdrawn\"");
        assertThat(at("\"4\"").postJson(path + "/publish", "").status()).isEqualTo(409);
    }

    @Test
    void who_wrote_an_appeal_does_not_publish_it_this_way_either() {
        Draft draft = draft(anArticle().kind(ArticleKind.APPEAL));
        String path = ARTICLES + "/" + draft.id();
        assertThat(at("\"1\"").postJson(path + "/publish", "").status()).isEqualTo(403);
        assertThat(at("\"1\"").postJson(path + "/submit", "").body()).contains("\"state\":\"in-review\"");
        assertThat(at("\"2\"")
                        .postJson(path + "/send-back", "{\"reason\": \"Say where.\"}")
                        .body())
                .contains("\"state\":\"draft\"");
    }

    @Test
    void a_time_in_the_past_is_refused_and_one_to_come_is_kept() {
        Draft draft = draft(anArticle());
        String path = ARTICLES + "/" + draft.id();
        assertThat(at("\"1\"")
                        .postJson(path + "/schedule", "{\"at\": \"2020-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(400);
        assertThat(at("\"1\"")
                        .postJson(path + "/schedule", "{\"at\": \"2099-01-01T00:00:00Z\"}")
                        .body())
                .contains("\"state\":\"scheduled\"");
        assertThat(at("\"2\"").postJson(path + "/unschedule", "").body()).contains("\"state\":\"draft\"");
    }

    @Test
    void nobody_else_enters() {
        Draft draft = draft(anArticle());
        String path = ARTICLES + "/" + draft.id();
        assertThat(call().get(path).status()).isEqualTo(401);
        assertThat(call().as(staff("Olive").as("officer").in("hertfordshire"))
                        .get(path)
                        .status())
                .isEqualTo(403);
        assertThat(call().as(staff("Will").as("editor").in("hertfordshire/watford"))
                        .get(path)
                        .status())
                .isEqualTo(403);
    }

    /** Erin with the version that she has read. */
    private Caller at(String version) {
        return erin().with("If-Match", version);
    }
}
