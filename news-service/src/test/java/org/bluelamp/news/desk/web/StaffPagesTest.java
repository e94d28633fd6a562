package org.bluelamp.news.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.usefulness.Usefulness;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class StaffPagesTest extends NewsTest {

    @Autowired
    private Usefulness usefulness;

    private static final TestStaff ERIN_AT_HER_DESK =
            staff("Erin Editor").as("editor").in("hertfordshire");
    private static final TestStaff WATFORDS_EDITOR =
            staff("Will Watford").as("editor").in("hertfordshire/watford");

    private static final Map<String, List<String>> FILLED_IN = Map.of(
            "title", List.of("Bike marking in Ware"),
            "summary", List.of("Bring your bike."),
            "body", List.of("Come *early*."),
            "areas", List.of(WARE, "hertfordshire/watford"),
            "topics", List.of("vehicle-crime"),
            "campaign", List.of("#HertsWeek"));

    private Caller erin() {
        return call().as(ERIN_AT_HER_DESK);
    }

    @Test
    void an_editor_writes_looks_publishes_and_withdraws() {
        Answer blank = erin().get("/staff/news/new");
        Answer saved = erin().submit(blank, "Save draft", FILLED_IN);
        assertThat(saved.status()).isEqualTo(303);

        Answer draft = erin().get(saved.header("Location"));
        assertThat(draft.text())
                .contains("The draft is saved")
                .contains("Draft")
                .contains("by Erin Editor");
        assertThat(draft.header("Cache-Control")).contains("no-store");

        Answer confirm = erin().get(linkOf(draft, "Publish"));
        assertThat(confirm.text())
                .contains("Ware, Watford")
                .contains("About 24,300 households")
                .contains("We email people who follow");
        Answer published = erin().submit(confirm, "Publish now", Map.of());
        assertThat(published.status()).isEqualTo(303);
        assertThat(erin().get(published.header("Location")).text()).contains("The article is published");
        assertThat(call().get("/news/bike-marking-in-ware").status()).isEqualTo(200);

        Answer article = erin().get(published.header("Location"));
        Answer withdrawn = erin().submit(
                        erin().get(linkOf(article, "Withdraw")),
                        "Withdraw now",
                        Map.of("reason", List.of("Wrong date.")));
        assertThat(erin().get(withdrawn.header("Location")).text())
                .contains("The article is withdrawn")
                .contains("Wrong date.");
        assertThat(call().get("/news/bike-marking-in-ware").status()).isEqualTo(410);
    }

    private static String linkOf(Answer page, String text) {
        return page.html().select("main a").stream()
                .filter(link -> link.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no link " + text + " on\n" + page.text()))
                .attr("href");
    }

    @Test
    void a_preview_shows_the_page_and_keeps_nothing_and_loses_nothing() {
        Answer preview = erin().submit(erin().get("/staff/news/new"), "Preview", FILLED_IN);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.html().select("em").text()).isEqualTo("early");
        assertThat(preview.text()).contains("It is not saved yet");
        assertThat(articleCount()).isZero();

        Answer writingOn = erin().submit(preview, "Continue writing", Map.of());
        assertThat(writingOn.html().select("[name=title]").val()).isEqualTo("Bike marking in Ware");
        assertThat(writingOn.html().select("[name=body]").text()).isEqualTo("Come *early*.");
        assertThat(writingOn.html().select("[name=areas][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder(WARE, "hertfordshire/watford");
        assertThat(writingOn.html().select("[name=topics][checked]").val()).isEqualTo("vehicle-crime");
        assertThat(writingOn.html().select("[name=campaign]").val()).isEqualTo("#HertsWeek");

        Answer saved = erin().submit(erin().submit(writingOn, "Preview", Map.of()), "Save draft", Map.of());
        assertThat(saved.status()).isEqualTo(303);
        assertThat(only().content().body()).isEqualTo("Come *early*.");
    }

    @Test
    void a_text_keeps_its_empty_first_line_free_shape_through_any_number_of_previews() {
        Map<String, List<String>> fields = new HashMap<>(FILLED_IN);
        fields.put("body", List.of("One\r\n\r\n- two\r\n- \"three\" </textarea><b>\r\n\r\nfour"));
        Answer page = erin().submit(erin().get("/staff/news/new"), "Preview", fields);
        page = erin().submit(erin().submit(page, "Continue writing", Map.of()), "Preview", Map.of());
        erin().submit(page, "Save draft", Map.of());
        assertThat(only().content().body()).isEqualTo("One\n\n- two\n- \"three\" </textarea><b>\n\nfour");
    }

    @Test
    void what_was_typed_and_never_saved_is_offered_the_next_time_and_to_nobody_else() {
        Answer blank = erin().get("/staff/news/new");
        String keep = blank.html().select("form[data-bluelamp-keep]").attr("data-bluelamp-keep");
        assertThat(erin().post(keep, FILLED_IN).body()).contains("\"at\":");
        assertThat(articleCount()).isZero();

        Answer desk = erin().get("/staff/news");
        assertThat(desk.text()).contains("Unsaved text");
        assertThat(call().as(WATFORDS_EDITOR).get("/staff/news").text()).doesNotContain("Unsaved text");
        Answer goingOn = erin().get(linkOf(desk, "Bike marking in Ware"));
        assertThat(goingOn.html().select("[name=body]").text()).isEqualTo("Come *early*.");
        assertThat(erin().submit(goingOn, "Save draft", Map.of()).status()).isEqualTo(303);
        assertThat(only().content().body()).isEqualTo("Come *early*.");
        assertThat(erin().get("/staff/news").text()).doesNotContain("Unsaved text");
    }

    @Test
    void unsaved_text_of_an_article_is_offered_beside_it_and_can_be_thrown_away() {
        Draft draft = draft(anArticle());
        erin().post(
                        "/staff/news/" + draft.id() + "/typed",
                        Map.of("version", List.of("1"), "body", List.of("New words")));
        Answer form = erin().get("/staff/news/" + draft.id() + "/edit");
        assertThat(form.text()).contains("You have unsaved text here");
        assertThat(form.html().select("[name=body]").text()).isEqualTo("Come between ten and two.");
        assertThat(erin().get(linkOf(form, "Continue with it"))
                        .html()
                        .select("[name=body]")
                        .text())
                .isEqualTo("New words");

        erin().post("/staff/news/" + draft.id() + "/typed/discard", Map.of());
        assertThat(erin().get("/staff/news/" + draft.id() + "/edit").text())
                .doesNotContain("You have unsaved text here");
    }

    @Test
    void a_form_with_faults_comes_back_with_every_fault_and_everything_typed() {
        Answer answer = erin().submit(
                        erin().get("/staff/news/new"),
                        "Save draft",
                        Map.of(
                                "title", List.of("x".repeat(134)),
                                "summary", List.of(" "),
                                "body", List.of("y".repeat(20_001)),
                                "campaign", List.of("two words")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().title()).startsWith("Error: ");
        assertThat(answer.html().select(".govuk-error-summary a").eachText())
                .containsExactly(
                        "Shorten the title by 14 characters: at most 120 fit",
                        "Enter a summary",
                        "Shorten the text of the article by 1 character: at most 20,000 fit",
                        "Choose at least one area the article is for",
                        "Enter one hashtag of letters and numbers, at most 50, such as #NeighbourhoodWeek");
        assertThat(answer.html().select(".govuk-error-summary a").eachAttr("href"))
                .allSatisfy(target -> assertThat(answer.html().select("input" + target + ", textarea" + target))
                        .as(target)
                        .hasSize(1));
        assertThat(answer.html().select("[name=title]").val()).hasSize(134);
        assertThat(answer.html().select("[name=body]").text()).hasSize(20_001);
        assertThat(answer.html().select("[name=campaign]").val()).isEqualTo("two words");
        assertThat(articleCount()).isZero();
    }

    @Test
    void a_form_sent_twice_makes_one_article_and_what_the_second_says_otherwise_is_not_lost() {
        Answer blank = erin().get("/staff/news/new");
        erin().submit(blank, "Save draft", FILLED_IN);
        Map<String, List<String>> changed = new HashMap<>(FILLED_IN);
        changed.put("title", List.of("Second thoughts"));

        Answer second = erin().submit(blank, "Save draft", changed);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.html().select("[name=title]").val()).isEqualTo("Second thoughts");
        assertThat(articleCount()).isEqualTo(1);

        assertThat(erin().submit(second, "Save draft", Map.of("choice.title", List.of("mine")))
                        .status())
                .isEqualTo(303);
        assertThat(only().content().title()).isEqualTo("Second thoughts");
    }

    @Test
    void who_edits_what_was_withdrawn_meanwhile_is_told_and_keeps_the_text() {
        Published article = published(anArticle());
        Answer mine = erin().get("/staff/news/" + article.id() + "/edit");
        newsroom.withdraw(ERIN, article.id(), 2, "Wrong date.");

        Answer told = erin().submit(
                        mine,
                        "Save and show to readers",
                        Map.of("body", List.of("Words of mine."), "note", List.of("My own.")));

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("has withdrawn this article");
        assertThat(told.html().select("[name=body]").text()).isEqualTo("Words of mine.");
    }

    @Test
    void publishing_what_somebody_changed_meanwhile_asks_again() {
        Draft draft = draft(anArticle());
        Answer confirm = erin().get("/staff/news/" + draft.id() + "/publish");
        newsroom.rewrite(ERIN, draft.id(), 1, otherWords());

        Answer told = erin().submit(confirm, "Publish now", Map.of());

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("has changed this article").contains("Read it again");
        assertThat(only().state()).isEqualTo(ArticleState.DRAFT);
        assertThat(erin().submit(told, "Publish now", Map.of()).status()).isEqualTo(303);
        assertThat(only().state()).isEqualTo(ArticleState.PUBLISHED);
    }

    @Test
    void pressing_publish_twice_publishes_once() {
        Draft draft = draft(anArticle());
        Answer confirm = erin().get("/staff/news/" + draft.id() + "/publish");
        assertThat(erin().submit(confirm, "Publish now", Map.of()).status()).isEqualTo(303);
        assertThat(erin().submit(confirm, "Publish now", Map.of()).status()).isEqualTo(303);
        assertThat(announced(draft.id())).hasSize(1);
    }

    @Test
    void a_correction_of_a_public_article_is_public_at_once_with_what_it_corrects() {
        Published article = published(anArticle());
        Answer form = erin().get("/staff/news/" + article.id() + "/edit");
        assertThat(form.text()).contains("This article is public");

        Answer asked = erin().submit(form, "Save and show to readers", Map.of("body", List.of("Mended.")));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html().select(".govuk-error-summary a").text()).isEqualTo("Enter what you corrected");

        Answer saved = erin().submit(asked, "Save and show to readers", Map.of("note", List.of("The time was wrong.")));

        assertThat(erin().get(saved.header("Location")).text()).contains("Readers see it now");
        assertThat(call().get("/news/" + article.slug()).text()).contains("Mended.");
        assertThat(announced(article.id())).hasSize(2);
    }

    @Test
    void a_withdrawal_without_a_reason_asks_for_one() {
        Published article = published(anArticle());
        Answer answer = erin().submit(
                        erin().get("/staff/news/" + article.id() + "/withdraw"),
                        "Withdraw now",
                        Map.of("reason", List.of(" ")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary a").text())
                .isEqualTo("Enter why the article is withdrawn");
        assertThat(only().state()).isEqualTo(ArticleState.PUBLISHED);
    }

    @Test
    void the_home_page_of_the_portal_learns_what_waits_for_whom() {
        Draft draft = draft(anArticle().forAreas("hertfordshire/watford"));
        newsroom.submit(ERIN, draft.id(), draft.version());
        assertThat(call().as(WATFORDS_EDITOR).get("/staff/news/waiting").body())
                .contains("1 article needs your review", "/staff/news?waiting");
        assertThat(call().as(staff("Wendy Ware").as("editor").in(WARE))
                        .get("/staff/news/waiting")
                        .body())
                .contains("\"items\":[]");
        assertThat(call().as(staff("Olive").as("officer").in("hertfordshire"))
                        .get("/staff/news/waiting")
                        .status())
                .isEqualTo(403);
        assertThat(call().get("/staff/news/waiting").status()).isEqualTo(401);
    }

    @Test
    void the_list_holds_what_one_may_edit_with_counts_by_state() {
        draft(anArticle().titled("Ware draft"));
        draft(anArticle().titled("Watford draft").forAreas("hertfordshire/watford/town-centre"));
        published(anArticle().titled("Watford public").forAreas("hertfordshire/watford"));
        published(anArticle().titled("Both").forAreas("hertfordshire/watford", WARE));
        published(anArticle().titled("Force").forAreas("hertfordshire"));

        Answer all = erin().get("/staff/news");
        assertThat(all.html().select("nav[aria-label='Articles by state'] li").eachText())
                .containsExactly(
                        "Waiting for you (0)",
                        "All (5)",
                        "Drafts (2)",
                        "In review (0)",
                        "Scheduled (0)",
                        "Published (3)",
                        "Corrected (0)",
                        "Archived (0)",
                        "Withdrawn (0)");

        Answer watfords = call().as(WATFORDS_EDITOR).get("/staff/news");
        assertThat(watfords.html()
                        .select("nav[aria-label='Articles by state'] li")
                        .eachText())
                .contains("All (2)", "Drafts (1)", "Published (1)");
        assertThat(watfords.html().select("table a").eachText()).containsExactly("Watford public", "Watford draft");

        assertThat(call().as(WATFORDS_EDITOR)
                        .get("/staff/news?state=draft")
                        .html()
                        .select("table a")
                        .eachText())
                .containsExactly("Watford draft");
    }

    @Test
    void articles_are_found_by_words_kind_and_area_and_by_what_waits_for_one() {
        draft(anArticle().titled("Patrols in Ware").saying("Officers walked by the canal."));
        draft(anArticle().titled("Talk about scams").kind(ArticleKind.EVENT).forAreas("hertfordshire/watford"));
        Draft waiting = draft(anArticle().titled("Read me"));
        newsroom.submit(ERIN, waiting.id(), 1);

        assertThat(titles("/staff/news?q=walking+canals")).containsExactly("Patrols in Ware");
        assertThat(titles("/staff/news?kind=event")).containsExactly("Talk about scams");
        assertThat(titles("/staff/news?area=hertfordshire/east-herts"))
                .containsExactlyInAnyOrder("Patrols in Ware", "Read me");
        assertThat(titles("/staff/news?waiting")).containsExactly("Read me");
        assertThat(erin().get("/staff/news?q=%22%28%29+%26+or").status()).isEqualTo(200);
    }

    @Test
    void the_calendar_shows_what_will_happen_by_itself_in_ones_areas() {
        Instant monday = Instant.now().plus(Duration.ofDays(3));
        Draft draft = draft(anArticle().titled("Comes up").until(monday.plus(Duration.ofDays(2))));
        newsroom.schedule(ERIN, draft.id(), 1, monday);

        assertThat(erin().get("/staff/news/calendar").html().select("main li").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Is published on").endsWith("Comes up"),
                        then -> assertThat(then).startsWith("Ends on").endsWith("Comes up"));
        assertThat(call().as(WATFORDS_EDITOR).get("/staff/news/calendar").text())
                .contains("Nothing is scheduled");
    }

    /** Erin wrote them all, so it is a colleague of hers who looks. */
    private List<String> titles(String path) {
        return call().as(staff("Rhys Reviewer").as("editor").in("hertfordshire"))
                .get(path)
                .html()
                .select("main table a")
                .eachText();
    }

    @Test
    void the_form_offers_only_areas_one_may_write_for_and_refuses_others() {
        Answer form = call().as(WATFORDS_EDITOR).get("/staff/news/new");
        assertThat(form.html().select("[name=areas]").eachAttr("value"))
                .containsExactly("hertfordshire/watford", "hertfordshire/watford/town-centre");

        Answer refused = call().as(WATFORDS_EDITOR).submit(form, "Save draft", FILLED_IN);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("You may not publish for Ware. Choose other areas");
        assertThat(articleCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/publish", "/withdraw"})
    void an_editor_of_elsewhere_sees_and_does_nothing_with_an_article(String page) {
        Published article = published(anArticle());
        Caller will = call().as(WATFORDS_EDITOR);
        assertThat(will.get("/staff/news/" + article.id() + page).status()).isEqualTo(403);
        if (!page.isEmpty()) {
            Map<String, List<String>> fields = new HashMap<>(FILLED_IN);
            fields.put("version", List.of("2"));
            fields.put("areas", List.of("hertfordshire/watford"));
            fields.put("reason", List.of("No."));
            assertThat(will.post("/staff/news/" + article.id() + page, fields).status())
                    .isEqualTo(403);
        }
        assertThat(articles.find(article.id())).contains(article);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "sergeant", "approver", "administrator", "operator"})
    void other_roles_do_not_edit(String role) {
        assertThat(call().as(staff("Other").as(role).in("hertfordshire"))
                        .get("/staff/news/new")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobody_enters_without_signing_in() {
        assertThat(call().get("/staff/news").status()).isEqualTo(401);
        assertThat(call().post("/staff/news/" + ArticleId.next() + "/edit", FILLED_IN)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_article_that_is_not_there_is_not_found() {
        assertThat(erin().get("/staff/news/" + ArticleId.next()).status()).isEqualTo(404);
    }

    private Article only() {
        return articles.find(new ArticleId(
                        jdbc.sql("select id from article").query(UUID.class).single()))
                .orElseThrow();
    }

    private long articleCount() {
        return jdbc.sql("select count(*) from article").query(Long.class).single();
    }

    @Test
    void the_page_of_an_article_tells_who_did_what_when_the_latest_first() {
        Published article = published(anArticle());
        newsroom.withdraw(ERIN, article.id(), article.version(), "Wrong date.");

        Answer page = erin().get("/staff/news/" + article.id());

        assertThat(page.html()
                        .select("caption:contains(Who did what) ~ tbody tr")
                        .eachText())
                .hasSize(3)
                .satisfies(rows -> {
                    assertThat(rows.get(0)).startsWith("Withdrew it: Wrong date. Erin Editor");
                    assertThat(rows.get(1)).startsWith("Published it Erin Editor");
                    assertThat(rows.get(2)).startsWith("Wrote the draft Erin Editor");
                });
    }

    @Test
    void the_page_of_an_article_tells_editors_what_readers_said_and_a_draft_has_no_readers() {
        Published article = published(anArticle());
        String useful = "/news/" + article.slug() + "/useful";
        Answer thanks = call().post(useful, Map.of("useful", List.of("no")));
        assertThat(thanks.status()).isIn(200, 303);
        usefulness.count(article.id(), true);
        usefulness.add(article.id(), false, "Which <library>?");

        Answer page = erin().get("/staff/news/" + article.id());

        assertThat(page.text()).contains("1 of 2 answers say that it was useful", "Which <library>?");
        assertThat(call().get("/news/" + article.slug()).text()).doesNotContain("Which <library>?");
        assertThat(erin().get("/staff/news/" + draft(anArticle()).id()).text()).doesNotContain("What readers say");
    }

    @Test
    void html_in_a_text_is_offered_to_be_made_formatted_text_and_nothing_else_changes() {
        Map<String, List<String>> fields = new HashMap<>(FILLED_IN);
        fields.put("body", List.of("<p>Come <b>early</b>.</p><script>x</script>"));
        Answer preview = erin().submit(erin().get("/staff/news/new"), "Preview", fields);
        assertThat(preview.text()).contains("The text has HTML in it");

        Answer tidied = erin().submit(preview, "Turn the HTML into formatted text", Map.of());

        assertThat(tidied.status()).isEqualTo(200);
        assertThat(tidied.html().select("[name=body]").text()).isEqualTo("Come **early**.");
        assertThat(tidied.html().select("[name=title]").val()).isEqualTo("Bike marking in Ware");
        assertThat(tidied.text()).doesNotContain("The text has HTML in it");
        assertThat(articleCount()).isZero();
        assertThat(erin().get("/staff/news/new").text()).doesNotContain("The text has HTML in it");
    }

    @Test
    void what_is_pasted_with_formatting_is_told_as_markdown_to_editors_only() {
        Map<String, List<String>> html = Map.of("html", List.of("<h2>Come</h2><ul><li>early</li></ul>"));
        assertThat(erin().post("/staff/news/pasted", html).body()).contains("## Come\\n\\n- early");
        assertThat(call().post("/staff/news/pasted", html).status()).isEqualTo(401);
        assertThat(call().as(staff("Ola Officer").as("officer").in("hertfordshire"))
                        .post("/staff/news/pasted", html)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_preview_tells_how_the_text_reads_and_what_could_be_shorter() {
        Map<String, List<String>> fields = new HashMap<>(FILLED_IN);
        fields.put("title", List.of("A title that goes on for so long that search engines will have to cut it off"));
        fields.put(
                "body", List.of("## Come\n\n" + "We mark your bike for free. ".repeat(10) + "word ".repeat(30) + "."));

        Answer preview = erin().submit(erin().get("/staff/news/new"), "Preview", fields);

        assertThat(preview.text())
                .contains("How it reads", "91 words, about a minute to read", "of 100", "Flesch")
                .contains("Search engines cut it after about 65", "One sentence has more than 25 words");
    }
}
