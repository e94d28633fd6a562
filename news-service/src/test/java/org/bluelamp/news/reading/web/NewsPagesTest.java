package org.bluelamp.news.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;

import java.util.List;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Topic;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsPagesTest extends NewsTest {

    @Test
    void the_list_shows_the_newest_first_with_day_and_area() {
        publishedAt("2026-10-05T23:30:00Z", anArticle().titled("Older"));
        publishedAt("2026-10-06T08:00:00Z", anArticle().titled("Newer").of("HertsWeek"));
        draft(anArticle().titled("Not yet"));

        Answer page = call().get("/news");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("main h2 a").eachText()).containsExactly("Newer", "Older");
        // Half past eleven in Greenwich is the next day in British summer time.
        assertThat(page.html().select("main time").eachText())
                .containsExactly("Tuesday 6 October 2026", "Tuesday 6 October 2026");
        assertThat(page.text()).contains("Ware · #HertsWeek");
        assertThat(page.header("Cache-Control")).contains("public").contains("max-age=30");
        assertThat(page.html().select("link[type=application/atom+xml]").attr("href"))
                .isEqualTo("/news/feed");
    }

    @Test
    void a_list_without_news_says_so() {
        assertThat(call().get("/news").text()).contains("There is no news here yet.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hertfordshire | Force District Neighbourhood Elsewhere",
                "hertfordshire/east-herts | Force District Neighbourhood",
                "hertfordshire/east-herts/ware | Force District Neighbourhood",
                "hertfordshire/east-herts/hertford | Force District",
                "hertfordshire/watford | Force Elsewhere",
                "hertfordshire/watford/town-centre | Force Elsewhere",
            })
    void an_area_shows_what_is_for_it_for_those_around_it_and_for_those_inside_it(String area, String titles) {
        published(anArticle().titled("Force").forAreas("hertfordshire"));
        published(anArticle().titled("District").forAreas("hertfordshire/east-herts"));
        published(anArticle().titled("Neighbourhood").forAreas(WARE));
        published(anArticle().titled("Elsewhere").forAreas("hertfordshire/watford"));

        assertThat(call().get("/news?area=" + area).html().select("main h2 a").eachText())
                .containsExactlyInAnyOrder(titles.split(" "));
    }

    @Test
    void an_area_whose_name_begins_like_anothers_is_another_area() {
        jdbc.sql("insert into area (code, kind, name, version) values ('hertfordshire/wat', 'district', 'Wat', 1)")
                .update();
        published(anArticle().forAreas("hertfordshire/watford"));
        assertThat(call().get("/news?area=hertfordshire/wat").text()).contains("There is no news here yet.");
    }

    @Test
    void topics_and_campaigns_select_too_and_the_heading_says_what_is_shown() {
        published(anArticle().titled("A").about(Topic.BURGLARY).of("HertsWeek"));
        published(anArticle().titled("B").about(Topic.BURGLARY, Topic.DRUGS));
        published(anArticle().titled("C").about(Topic.DRUGS).of("hertsweek"));

        Answer both = call().get("/news?topic=burglary&campaign=%23HertsWeek&area=" + WARE);
        assertThat(both.html().select("h1").text()).isEqualTo("News of #HertsWeek about burglary for Ware");
        assertThat(both.html().select("main h2 a").eachText()).containsExactly("A");
        assertThat(both.html().select("select[name=area] option[selected]").text())
                .isEqualTo("Ware");
        assertThat(both.html().select("input[name=campaign]").val()).isEqualTo("HertsWeek");

        assertThat(call().get("/news?campaign=HertsWeek")
                        .html()
                        .select("main h2 a")
                        .eachText())
                .containsExactly("C", "A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "area=hertfordshire/atlantis",
                "area=../../etc",
                "topic=astrology",
                "campaign=two%20words",
                "kind=gossip",
                "year=99",
                "year=next",
                "before=yesterday",
                "after=1.1"
            })
    void a_selection_of_what_does_not_exist_is_not_found(String query) {
        assertThat(call().get("/news?" + query).status()).isEqualTo(404);
    }

    @Test
    void a_form_that_leaves_all_choices_empty_shows_everything() {
        published(anArticle());
        assertThat(call().get("/news?area=&topic=&campaign=").html().select("main h2 a"))
                .hasSize(1);
    }

    @Test
    void a_long_list_has_parts_that_lead_to_each_other_and_stay_put_when_news_comes_in() {
        for (int i = 10; i < 35; i++) {
            publishedAt("2026-10-05T10:00:" + i + "Z", anArticle().titled("Number " + i));
        }
        Answer first = call().get("/news?area=" + WARE);
        assertThat(titles(first)).hasSize(10).first().isEqualTo("Number 34");
        assertThat(first.html().select("a[rel=prev]")).isEmpty();

        published(anArticle().titled("Fresh"));
        Answer second = call().get(first.html().select("a[rel=next]").attr("href"));
        assertThat(titles(second)).hasSize(10).first().isEqualTo("Number 24");

        Answer third = call().get(second.html().select("a[rel=next]").attr("href"));
        assertThat(titles(third)).hasSize(5).last().isEqualTo("Number 10");
        assertThat(third.html().select("a[rel=next]")).isEmpty();

        Answer backAgain = call().get(third.html().select("a[rel=prev]").attr("href"));
        assertThat(titles(backAgain)).isEqualTo(titles(second));
    }

    private static List<String> titles(Answer page) {
        return page.html().select("main h2 a").eachText();
    }

    @Test
    void an_article_shows_all_that_a_reader_needs() {
        Published article = publishedAt(
                "2026-10-05T08:00:00Z",
                anArticle()
                        .saying("# Come\n\nSee [the council](https://council.example).")
                        .about(Topic.VEHICLE_CRIME)
                        .of("HertsWeek")
                        .forAreas(WARE, "hertfordshire/watford"));

        Answer page = call().get("/news/" + article.slug());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("h1").eachText()).containsExactly("Bike marking in Ware");
        assertThat(page.html().select("article h2").text()).isEqualTo("Come");
        assertThat(page.text()).contains("Published Monday 5 October 2026").doesNotContain("last changed");
        assertThat(page.html().select("aside > ul a").eachAttr("href"))
                .containsExactly(
                        "/your-area/east-herts/ware",
                        "/your-area/watford",
                        "/news?topic=vehicle-crime",
                        "/news?campaign=HertsWeek",
                        "/alerts/sign-up");
        assertThat(page.html().select("article a").text()).contains("(external website)");
        assertThat(page.html().select("meta[name=description]").attr("content"))
                .isEqualTo(article.content().summary());
        assertThat(page.header("Set-Cookie")).isEmpty();
    }

    @Test
    void an_area_that_the_directory_has_not_told_of_yet_has_a_readable_name() {
        Published article = published(anArticle().forAreas("hertfordshire/st-albans/harpenden"));
        assertThat(call().get("/news/" + article.slug())
                        .html()
                        .select("aside a")
                        .first()
                        .text())
                .isEqualTo("Harpenden");
    }

    @Test
    void related_news_is_of_the_campaign_first_then_of_the_same_area_then_of_those_around() {
        publishedAt(
                "2026-10-01T08:00:00Z",
                anArticle().titled("Campaign").of("hertsweek").forAreas("hertfordshire"));
        publishedAt("2026-10-02T08:00:00Z", anArticle().titled("Same area"));
        publishedAt("2026-10-03T08:00:00Z", anArticle().titled("Around").forAreas("hertfordshire"));
        publishedAt("2026-10-04T08:00:00Z", anArticle().titled("Elsewhere").forAreas("hertfordshire/watford"));
        Published article = publishedAt("2026-10-05T08:00:00Z", anArticle().of("HertsWeek"));

        assertThat(call().get("/news/" + article.slug())
                        .html()
                        .select("section[aria-labelledby=related] a")
                        .eachText())
                .containsExactly("Campaign", "Same area", "Around");
    }

    @Test
    void html_and_scripts_in_any_field_are_only_text() {
        Published article = published(anArticle()
                .titled("<script>alert(1)</script> \" onload=x")
                .summarised("<img src=x onerror=alert(2)>")
                .saying("<script>alert(3)</script> [x](javascript:alert(4))"));

        for (String path : List.of("/news", "/news/" + article.slug())) {
            Answer page = call().get(path);
            assertThat(page.html().select("main script, main img, [onload], [onerror]"))
                    .isEmpty();
            assertThat(page.text()).contains("<script>alert(1)</script> \" onload=x");
            assertThat(page.body()).doesNotContain("javascript:");
        }
    }

    @Test
    void a_changed_article_says_when_and_a_renamed_one_is_found_under_its_old_address() {
        Published article = publishedAt("2026-10-05T08:00:00Z", anArticle());
        newsroom.correct(
                ERIN,
                article.id(),
                2,
                anArticle().titled("Tool marking in Ware").build(),
                "It is about tools.");

        Answer old = call().get("/news/bike-marking-in-ware");
        assertThat(old.status()).isEqualTo(301);
        assertThat(old.header("Location")).isEqualTo("/news/tool-marking-in-ware");
        assertThat(call().get("/news/tool-marking-in-ware").text())
                .contains("Corrected on")
                .contains("It is about tools.");
    }

    @Test
    void a_withdrawn_article_is_gone_for_readers_and_says_why_without_repeating_its_title() {
        Published article = published(anArticle().titled("Have you seen Pat Example?"));
        newsroom.correct(
                ERIN, article.id(), 2, anArticle().titled("Pat Example missing").build(), "Said more plainly.");
        newsroom.withdraw(ERIN, article.id(), 3, "The person was found & is well.");

        for (String slug : List.of("have-you-seen-pat-example", "pat-example-missing")) {
            Answer page = call().get("/news/" + slug);
            assertThat(page.status()).isEqualTo(410);
            assertThat(page.text()).contains("The person was found & is well.");
            assertThat(page.html().text()).doesNotContain("Pat Example");
            assertThat(page.html().select("meta[name=robots]").attr("content")).contains("noindex");
        }
        assertThat(call().get("/news").text()).doesNotContain("Pat Example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing-here", "UPPER", "a--b", "%2e%2e"})
    void an_address_that_no_article_has_is_not_found(String slug) {
        assertThat(call().get("/news/" + slug).status()).isIn(400, 404);
    }

    @Test
    void a_draft_is_not_found() {
        assertThat(call().get("/news/" + draft(anArticle()).slug()).status()).isEqualTo(404);
    }
}
