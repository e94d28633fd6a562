package org.bluelamp.news.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Scheduled;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;

class ReadyTextsTest extends NewsTest {

    private static final TestStaff ERIN_AT_HER_DESK =
            staff("Erin Editor").as("editor").in("hertfordshire");

    private Answer page(Object id) {
        return call().as(ERIN_AT_HER_DESK).get("/staff/news/" + id);
    }

    private void accounts(String code, String json) {
        jdbc.sql("update area set accounts = cast(:json as jsonb) where code = :code")
                .param("json", json)
                .param("code", code)
                .update();
    }

    private static String account(String network, String name) {
        return """
                {"network": "%s", "name": "%s", "url": "https://social.example/%s"}""".formatted(network, name, name);
    }

    @Test
    void every_account_of_the_areas_gets_a_text_that_can_be_copied() {
        accounts("hertfordshire", "[" + account("facebook", "HertsPolice") + "," + account("youtube", "Films") + "]");
        accounts(
                "hertfordshire/east-herts",
                "[" + account("facebook", "EastHertsPolice") + "," + account("twitter", "EHPolice") + "]");
        accounts("hertfordshire/watford", "[" + account("facebook", "WatfordPolice") + "]");
        Published article = published(anArticle().of("HertsWeek"));

        Answer page = page(article.id());

        assertThat(page.html().select("[data-bluelamp-copy] label").eachText())
                .containsExactly(
                        "Text for HertsPolice (Hertfordshire)",
                        "Text for EastHertsPolice (East Herts)",
                        "Text for EHPolice (East Herts)",
                        "Text to copy",
                        "Text to copy");
        assertThat(page.html().select("#text-facebook-1").text())
                .contains("Bike marking in Ware", "/news/bike-marking-in-ware", "#HertsWeek")
                .doesNotContain("#EastHerts");
        assertThat(page.html().select("#text-facebook-2").text()).endsWith("#HertsWeek #EastHerts");
        assertThat(page.html().select("#text-x-1-hint").text()).endsWith("of 280 characters");
        assertThat(page.html().select("[data-bluelamp-copy] textarea").eachAttr("readonly"))
                .hasSize(5);
    }

    @Test
    void an_article_for_everybody_is_for_the_accounts_of_every_district() {
        accounts("hertfordshire/east-herts", "[" + account("facebook", "EastHertsPolice") + "]");
        accounts("hertfordshire/watford", "[" + account("facebook", "WatfordPolice") + "]");
        Published article = published(anArticle().forAreas("hertfordshire"));

        assertThat(page(article.id())
                        .html()
                        .select("[data-bluelamp-copy] label")
                        .eachText())
                .contains("Text for EastHertsPolice (East Herts)", "Text for WatfordPolice (Watford)");
    }

    @Test
    void a_scheduled_article_has_texts_that_say_from_when_the_link_works_and_a_draft_or_withdrawn_one_has_none() {
        Draft draft = draft(anArticle());
        assertThat(page(draft.id()).text()).doesNotContain("Texts for social networks");

        Scheduled scheduled = newsroom.schedule(
                ERIN, draft.id(), draft.version(), Instant.now().plus(2, ChronoUnit.DAYS));
        assertThat(page(scheduled.id()).text()).contains("Wait with it: the link works from");

        Published published = newsroom.publish(ERIN, scheduled.id(), scheduled.version());
        assertThat(page(published.id()).text())
                .contains("Texts for social networks")
                .doesNotContain("Wait with it");

        newsroom.withdraw(ERIN, published.id(), published.version(), "Wrong date.");
        assertThat(page(published.id()).text()).doesNotContain("Texts for social networks");
    }
}
