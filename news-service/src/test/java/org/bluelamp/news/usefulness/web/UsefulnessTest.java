package org.bluelamp.news.usefulness.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bluelamp.news.article.Contents.anArticle;

import java.util.List;
import java.util.Map;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.usefulness.Remark;
import org.bluelamp.news.usefulness.Tally;
import org.bluelamp.news.usefulness.Usefulness;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UsefulnessTest extends NewsTest {

    @Autowired
    private Usefulness usefulness;

    @Test
    void a_reader_says_whether_it_was_useful_without_script_and_cookie_and_may_say_why() {
        Published article = published(anArticle());
        Answer page = call().get("/news/" + article.slug());
        assertThat(page.html().select("form.bl-useful").attr("action"))
                .isEqualTo("/news/" + article.slug() + "/useful");
        assertThat(page.html().select("form.bl-useful button").eachAttr("value"))
                .containsExactly("yes", "no");

        Answer sent = call().post("/news/" + article.slug() + "/useful", Map.of("useful", "no"));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Set-Cookie")).isEmpty();
        Answer thanks = call().get(sent.header("Location"));
        assertThat(thanks.html().select("h1").text()).isEqualTo("Thank you");
        assertThat(thanks.text()).contains("What was missing or wrong?");
        assertThat(thanks.html().select("meta[name=robots]").attr("content")).isEqualTo("noindex");

        Answer said = call().submit(thanks, "Send", Map.of("text", "  When does <it> start?\n"));
        assertThat(said.status()).isEqualTo(303);
        assertThat(call().get(said.header("Location")).text()).contains("will read it");

        assertThat(usefulness.of(article.id())).isEqualTo(new Tally(0, 1));
        assertThat(usefulness.remarks(article.id(), 10))
                .extracting(Remark::text, Remark::useful)
                .containsExactly(tuple("When does <it> start?", false));
    }

    @Test
    void answers_of_a_day_are_one_row() {
        Published article = published(anArticle());
        for (String answer : new String[] {"yes", "yes", "no"}) {
            call().post("/news/" + article.slug() + "/useful", Map.of("useful", answer));
        }
        assertThat(usefulness.of(article.id())).isEqualTo(new Tally(2, 1));
        assertThat(jdbc.sql("select count(*) from usefulness").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void who_sends_no_answer_is_asked_for_one() {
        Published article = published(anArticle());
        for (Map<String, String> form : List.of(Map.<String, String>of(), Map.of("useful", "perhaps"))) {
            Answer again = call().post("/news/" + article.slug() + "/useful", form);
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.html().select(".govuk-error-summary a").text())
                    .isEqualTo("Say whether the article was useful");
        }
        assertThat(usefulness.of(article.id()).all()).isZero();
    }

    @Test
    void words_that_are_too_long_stay_in_the_form() {
        Published article = published(anArticle());
        String tooLong = "x".repeat(Remark.LIMIT + 1);
        Answer again =
                call().post("/news/" + article.slug() + "/useful/comment", Map.of("useful", "yes", "text", tooLong));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html().select("textarea").val()).isEqualTo(tooLong);
        assertThat(again.html().select("input[name=useful]").val()).isEqualTo("yes");
        assertThat(usefulness.remarks(article.id(), 10)).isEmpty();
    }

    @Test
    void only_what_can_be_read_can_be_useful() {
        Published article = published(anArticle());
        newsroom.withdraw(ERIN, article.id(), 2, "Wrong.");
        Answer withdrawn = call().post("/news/" + article.slug() + "/useful", Map.of("useful", "yes"));
        assertThat(withdrawn.header("Location")).isEqualTo("/news/" + article.slug());
        assertThat(usefulness.of(article.id()).all()).isZero();

        assertThat(call().post("/news/" + draft(anArticle()).slug() + "/useful", Map.of("useful", "yes"))
                        .status())
                .isEqualTo(404);
        assertThat(call().post("/news/nothing-here/useful", Map.of("useful", "yes"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void words_of_readers_are_forgotten_after_a_year() {
        Published article = published(anArticle());
        usefulness.add(article.id(), true, "Old");
        jdbc.sql("update usefulness_comment set at = at - interval '370 days'").update();
        usefulness.add(article.id(), true, "New");
        assertThat(usefulness.remarks(article.id(), 10))
                .extracting(Remark::text)
                .containsExactly("New");
    }
}
