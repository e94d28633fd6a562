package org.bluelamp.news.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.util.List;
import java.util.Map;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Contents;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.Test;

/** Two who edit an article at once. */
class MergeTest extends NewsTest {

    private static final TestStaff ERIN_AT_HER_DESK =
            staff("Erin Editor").as("editor").in("hertfordshire");
    private static final StaffMember SAM = new StaffMember("sam", "Sam Sergeant", ERIN.roles(), ERIN.areas());
    private static final Contents BEFORE = anArticle().saying("First.\n\nSecond.\n\nThird.");

    private Caller erin() {
        return call().as(ERIN_AT_HER_DESK);
    }

    private Content now(Article article) {
        return articles.find(article.id()).orElseThrow().content();
    }

    /** What Erin gets when she saves after Sam did. */
    private Answer erinAfterSam(Draft draft, Contents sams, Map<String, List<String>> erins) {
        Answer form = erin().get("/staff/news/" + draft.id() + "/edit");
        newsroom.rewrite(SAM, draft.id(), 1, sams.build());
        Answer told = erin().submit(form, "Save draft", erins);
        assertThat(told.status()).isEqualTo(409);
        return told;
    }

    private static String chosen(Answer page, String field) {
        return page.html().select("[name=choice." + field + "][checked]").attr("value");
    }

    @Test
    void what_each_changed_alone_is_chosen_already_and_saved_as_one() {
        Draft draft = draft(BEFORE);
        Answer told = erinAfterSam(
                draft,
                BEFORE.summarised("Sam's summary.").about(Topic.BURGLARY).saying("First.\n\nSecond.\n\nThird, by Sam."),
                Map.of(
                        "title",
                        List.of("Erin's title"),
                        "body",
                        List.of("First, by Erin.\r\n\r\nSecond.\r\n\r\nThird.")));

        assertThat(told.html().select(".govuk-error-summary").text()).contains("Sam Sergeant has changed this article");
        assertThat(chosen(told, "title")).isEqualTo("mine");
        assertThat(chosen(told, "summary")).isEqualTo("theirs");
        assertThat(chosen(told, "topics")).isEqualTo("theirs");
        assertThat(chosen(told, "body")).isEqualTo("own");
        assertThat(told.html().select("ins").text()).contains("by Sam.", "by Erin.");
        assertThat(told.text()).contains("Vehicle crime", "Burglary");
        assertThat(now(draft).title()).isEqualTo("Bike marking in Ware");

        assertThat(erin().submit(told, "Save draft", Map.of()).status()).isEqualTo(303);

        Content merged = now(draft);
        assertThat(merged.title()).isEqualTo("Erin's title");
        assertThat(merged.summary()).isEqualTo("Sam's summary.");
        assertThat(merged.topics()).containsExactly(Topic.BURGLARY);
        assertThat(merged.body()).isEqualTo("First, by Erin.\n\nSecond.\n\nThird, by Sam.");
    }

    @Test
    void what_both_changed_has_to_be_chosen_and_nothing_is_saved_or_lost_before() {
        Draft draft = draft(BEFORE);
        Answer told = erinAfterSam(
                draft,
                BEFORE.titled("Sam's title").saying("Sam's text."),
                Map.of("title", List.of("Erin's title"), "body", List.of("Erin's text.")));
        assertThat(chosen(told, "title")).isEmpty();
        assertThat(told.html().select("#body-own").text()).contains("Sam's text.", "Erin's text.");

        Answer again = erin().submit(told, "Save draft", Map.of("own.body", List.of("Both texts.")));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html().select(".govuk-error-summary a").eachText())
                .containsExactly("Choose which one to keep: title", "Choose which one to keep: text");
        assertThat(again.html().select("input#title, input#body")).hasSize(2);
        assertThat(again.html().select("#body-own").text()).isEqualTo("Both texts.");
        assertThat(now(draft).title()).isEqualTo("Sam's title");

        Answer saved = erin().submit(
                        again, "Save draft", Map.of("choice.title", List.of("theirs"), "choice.body", List.of("own")));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(now(draft).title()).isEqualTo("Sam's title");
        assertThat(now(draft).body()).isEqualTo("Both texts.");
    }

    @Test
    void while_one_merges_somebody_may_save_again_and_the_merge_goes_on_from_there() {
        Draft draft = draft(BEFORE);
        Answer told = erinAfterSam(draft, BEFORE.titled("Sam's title"), Map.of("summary", List.of("Erin's summary.")));
        newsroom.rewrite(
                SAM,
                draft.id(),
                2,
                BEFORE.titled("Sam's title").saying("Sam's text.").build());

        Answer again = erin().submit(told, "Save draft", Map.of());

        assertThat(again.status()).isEqualTo(409);
        assertThat(chosen(again, "body")).isEqualTo("theirs");
        assertThat(chosen(again, "summary")).isEqualTo("mine");
        assertThat(erin().submit(again, "Save draft", Map.of()).status()).isEqualTo(303);
        assertThat(now(draft).title()).isEqualTo("Sam's title");
        assertThat(now(draft).summary()).isEqualTo("Erin's summary.");
        assertThat(now(draft).body()).isEqualTo("Sam's text.");
    }

    @Test
    void one_may_go_on_writing_with_what_was_merged() {
        Draft draft = draft(BEFORE);
        Answer told = erinAfterSam(draft, BEFORE.titled("Sam's title"), Map.of("summary", List.of("Erin's summary.")));

        Answer form = erin().submit(told, "Go on writing", Map.of());

        assertThat(form.html().select("[name=title]").val()).isEqualTo("Sam's title");
        assertThat(form.html().select("[name=summary]").text()).isEqualTo("Erin's summary.");
        assertThat(erin().submit(form, "Save draft", Map.of("title", List.of("Ours")))
                        .status())
                .isEqualTo(303);
        assertThat(now(draft).title()).isEqualTo("Ours");
    }

    @Test
    void two_corrections_of_a_public_article_are_merged_and_the_note_is_asked_for() {
        Published article = published(BEFORE);
        Answer form = erin().get("/staff/news/" + article.id() + "/edit");
        newsroom.correct(
                SAM,
                article.id(),
                article.version(),
                BEFORE.titled("Sam's title").build(),
                "The title.");

        Answer told = erin().submit(
                        form,
                        "Save and show to readers",
                        Map.of("summary", List.of("Erin's summary."), "note", List.of("The summary.")));
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.html().select("#note").text()).isEqualTo("The summary.");
        assertThat(erin().submit(told, "Save and show to readers", Map.of()).status())
                .isEqualTo(303);

        assertThat(now(article).title()).isEqualTo("Sam's title");
        assertThat(now(article).summary()).isEqualTo("Erin's summary.");
    }

    @Test
    void where_nobody_knows_any_more_what_both_began_with_everything_that_differs_has_to_be_chosen() {
        Draft draft = draft(BEFORE);
        Answer form = erin().get("/staff/news/" + draft.id() + "/edit");
        newsroom.rewrite(SAM, draft.id(), 1, BEFORE.titled("Sam's title").build());
        jdbc.sql("delete from article_text where version = 1").update();

        Answer told = erin().submit(form, "Save draft", Map.of("summary", List.of("Erin's summary.")));

        assertThat(told.status()).isEqualTo(409);
        assertThat(chosen(told, "title") + chosen(told, "summary")).isEmpty();
        Answer saved = erin().submit(
                        told,
                        "Save draft",
                        Map.of("choice.title", List.of("theirs"), "choice.summary", List.of("mine")));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(now(draft).title()).isEqualTo("Sam's title");
        assertThat(now(draft).summary()).isEqualTo("Erin's summary.");
    }

    @Test
    void an_editor_of_elsewhere_merges_nothing() {
        Draft draft = draft(BEFORE);
        Map<String, List<String>> fields = Map.of("version", List.of("1"), "body", List.of("x"));
        String path = "/staff/news/" + draft.id() + "/merge";
        assertThat(call().post(path, fields).status()).isEqualTo(401);
        assertThat(call().as(staff("Will Watford").as("editor").in("hertfordshire/watford"))
                        .post(path, fields)
                        .status())
                .isEqualTo(403);
    }
}
