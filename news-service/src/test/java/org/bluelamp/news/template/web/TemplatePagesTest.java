package org.bluelamp.news.template.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Draft;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplatePagesTest extends NewsTest {

    private static final TestStaff ERIN_AT_HER_DESK =
            staff("Erin Editor").as("editor").in("hertfordshire");
    private static final TestStaff WATFORDS_EDITOR =
            staff("Will Watford").as("editor").in("hertfordshire/watford");
    private static final TestStaff TOWN_EDITOR =
            staff("Tara Town").as("editor").in("hertfordshire/watford/town-centre");

    private static final Map<String, List<String>> NOTICE = Map.of(
            "name", List.of("Meeting notice"),
            "area", List.of("hertfordshire/watford"),
            "kind", List.of("news"),
            "title", List.of("Meet us in [place]"),
            "body", List.of("Come to [place] at [time]."),
            "topics", List.of("community"));

    @BeforeEach
    void beginWithoutTemplates() {
        jdbc.sql("truncate article_template").update();
    }

    private Caller as(TestStaff who) {
        return call().as(who);
    }

    private String added(TestStaff who, Map<String, List<String>> fields) {
        Answer saved = as(who).submit(as(who).get("/staff/news/templates/new"), "Save template", fields);
        assertThat(saved.status()).isEqualTo(303);
        return jdbc.sql("select id from article_template order by changed_at desc limit 1")
                .query(UUID.class)
                .single()
                .toString();
    }

    @Test
    void a_draft_is_begun_from_a_template_and_its_writer_is_told_what_is_still_to_be_filled_in() {
        added(WATFORDS_EDITOR, NOTICE);
        String start = as(TOWN_EDITOR)
                .get("/staff/news/templates")
                .html()
                .select("a[href*=template=]")
                .attr("href");

        Answer form = as(TOWN_EDITOR).get(start);
        assertThat(form.html().select("[name=title]").val()).isEqualTo("Meet us in [place]");
        assertThat(form.html().select("[name=topics][checked]").val()).isEqualTo("community");
        Map<String, List<String>> rest =
                Map.of("summary", List.of("On Monday."), "areas", List.of("hertfordshire/watford/town-centre"));
        assertThat(as(TOWN_EDITOR).submit(form, "Preview", rest).text())
                .contains("Still to be filled in: [place], [time]");
        Answer saved = as(TOWN_EDITOR).submit(form, "Save draft", rest);
        assertThat(saved.status()).isEqualTo(303);
        String article = saved.location().replaceFirst("\\?.*", "");
        assertThat(as(TOWN_EDITOR).get(article + "/publish").text()).contains("Still to be filled in: [place], [time]");
    }

    @Test
    void a_suggestion_from_elsewhere_fills_in_the_form_as_far_as_it_fits() {
        Answer form = as(TOWN_EDITOR)
                .get("/staff/news/new?area=hertfordshire/watford/town-centre&title=" + "x".repeat(200)
                        + "&body=%3Cscript%3Eno%3C/script%3E");
        assertThat(form.html().select("[name=title]").val()).isEqualTo("x".repeat(120));
        assertThat(form.html().select("[name=body]").val()).isEqualTo("<script>no</script>");
        assertThat(form.html().select("[name=areas][checked]").eachAttr("value"))
                .containsExactly("hertfordshire/watford/town-centre");
    }

    @Test
    void the_text_of_an_article_is_saved_as_a_template_and_the_article_stays_as_it_is() {
        Draft draft = draft(anArticle());
        Answer page = as(ERIN_AT_HER_DESK).get("/staff/news/" + draft.id());
        String save = page.html().select("a:contains(Save as a template)").attr("href");

        Answer form = as(ERIN_AT_HER_DESK).get(save);
        assertThat(form.html().select("[name=body]").text()).isEqualTo("Come between ten and two.");
        assertThat(form.html().select("[name=area] option").eachText())
                .containsExactly("All of Hertfordshire", "East Herts", "Watford");
        as(ERIN_AT_HER_DESK)
                .submit(form, "Save template", Map.of("name", List.of("Marking"), "body", List.of("Come at [time].")));

        assertThat(as(ERIN_AT_HER_DESK).get("/staff/news/templates").text()).contains("Marking");
        assertThat(articles.find(draft.id()).orElseThrow().content().body()).isEqualTo("Come between ten and two.");
    }

    @Test
    void a_template_is_changed_and_deleted_by_editors_of_its_whole_area_and_of_nobody_else() {
        String id = added(WATFORDS_EDITOR, NOTICE);
        String path = "/staff/news/templates/" + id;
        TestStaff ware = staff("Wanda Ware").as("editor").in(WARE);
        assertThat(as(ware).get("/staff/news/templates").text()).doesNotContain("Meeting notice");
        assertThat(as(ware).get("/staff/news/new?template=" + id).status()).isEqualTo(403);
        assertThat(as(TOWN_EDITOR).get("/staff/news/templates").html().select("a[href=" + path + "]"))
                .isEmpty();
        for (TestStaff who : List.of(ware, TOWN_EDITOR)) {
            assertThat(as(who).get(path).status()).isEqualTo(403);
            assertThat(as(who).post(path + "/delete", Map.of()).status()).isEqualTo(403);
        }
        assertThat(call().get("/staff/news/templates").status()).isEqualTo(401);
        assertThat(as(staff("Ola Officer").as("officer").in("hertfordshire"))
                        .get(path)
                        .status())
                .isEqualTo(403);

        Answer form = as(ERIN_AT_HER_DESK).get(path);
        assertThat(as(ERIN_AT_HER_DESK)
                        .submit(form, "Save template", Map.of("name", List.of("Notice")))
                        .status())
                .isEqualTo(303);
        assertThat(as(WATFORDS_EDITOR).get("/staff/news/templates").text()).contains("Notice");
        as(WATFORDS_EDITOR).post(path + "/delete", Map.of());
        assertThat(as(WATFORDS_EDITOR).get("/staff/news/templates").text()).contains("There is no template yet");
        assertThat(as(WATFORDS_EDITOR).get(path).status()).isEqualTo(404);
    }

    @Test
    void an_editor_of_a_district_makes_no_template_of_the_force_and_faults_come_back_with_everything_typed() {
        Answer form = as(WATFORDS_EDITOR).get("/staff/news/templates/new");
        Answer answer = as(WATFORDS_EDITOR)
                .submit(
                        form,
                        "Save template",
                        Map.of(
                                "area", List.of("hertfordshire"),
                                "name", List.of(" "),
                                "body", List.of(""),
                                "title", List.of("Kept")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary a").eachText())
                .containsExactly("Enter a name", "Choose whose template it is from the list", "Enter the text");
        assertThat(answer.html().select("[name=title]").val()).isEqualTo("Kept");
    }

    @Test
    void the_second_of_two_who_change_a_template_is_told_and_keeps_the_text() {
        String path = "/staff/news/templates/" + added(WATFORDS_EDITOR, NOTICE);
        Answer first = as(WATFORDS_EDITOR).get(path);
        Answer second = as(ERIN_AT_HER_DESK).get(path);
        as(WATFORDS_EDITOR).submit(first, "Save template", Map.of("body", List.of("First")));

        Answer told = as(ERIN_AT_HER_DESK).submit(second, "Save template", Map.of("body", List.of("Second")));
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("Will Watford changed this template");
        assertThat(told.html().select("[name=body]").text()).isEqualTo("Second");
        assertThat(as(ERIN_AT_HER_DESK).submit(told, "Save template", Map.of()).status())
                .isEqualTo(303);
    }
}
