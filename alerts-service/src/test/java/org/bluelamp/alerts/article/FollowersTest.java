package org.bluelamp.alerts.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.AlertsTest;
import org.junit.jupiter.api.Test;

class FollowersTest extends AlertsTest {

    @Test
    void a_follower_gets_a_mail_from_the_team_that_says_why_and_how_to_stop() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("Bike marking on Saturday", STEVENAGE_NORTH);
        var mail = awaitMail("rosa.field@example.org", 1);

        assertThat(mail.sender()).isEqualTo("Stevenage North Neighbourhood Policing Team <alerts@bluelamp.example>");
        assertThat(mail.subject()).isEqualTo("Bike marking on Saturday");
        assertThat(mail.header("Precedence")).isEqualTo("bulk");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Id")).contains("<areas.alerts.bluelamp.example>");
        var delivery = jdbc.sql("select id from delivery where item_kind = 'article'")
                .query(UUID.class)
                .single();
        assertThat(mail.header("Message-ID")).isEqualTo("<" + delivery + "@bluelamp.example>");
        for (var content : new String[] {mail.text(), mail.html()}) {
            assertThat(content)
                    .contains(
                            "Bike marking on Saturday",
                            "What happened and what we do.",
                            "http://localhost:8080/news/bike-marking-on-saturday",
                            "You are getting this email because you follow Stevenage North.",
                            mail.link("unsubscribe"),
                            mail.link("manage"));
        }
        assertThat(mail.html()).doesNotContain("<img", "<script", "style=\"", "src=");
    }

    @Test
    void an_article_reaches_followers_of_its_area_of_areas_above_it_and_of_areas_below_it() {
        confirmed("north@example.org", STEVENAGE_NORTH);
        confirmed("south@example.org", STEVENAGE_SOUTH);
        confirmed("district@example.org", STEVENAGE);
        confirmed("county@example.org", HERTFORDSHIRE);
        confirmed("watford@example.org", WATFORD);

        assertThat(told(published("For the north", STEVENAGE_NORTH))).isEqualTo(3);
        assertThat(told(published("For the district", STEVENAGE))).isEqualTo(4);
        assertThat(told(published("For the county", HERTFORDSHIRE))).isEqualTo(5);
        assertThat(told(published("For both", STEVENAGE_SOUTH, WATFORD))).isEqualTo(4);
        awaitQuiet();
        assertThat(MAIL.to("watford@example.org")).hasSize(2);
    }

    @Test
    void a_person_is_told_once_however_many_of_their_areas_match_and_the_narrowest_is_the_reason() {
        var person = confirmed("rosa.field@example.org", HERTFORDSHIRE);
        browser.post(person.manage() + "/add", Map.of("area", STEVENAGE));
        browser.post(person.manage() + "/add", Map.of("area", STEVENAGE_NORTH));
        published("Once", STEVENAGE_NORTH, STEVENAGE, HERTFORDSHIRE);
        awaitMail("rosa.field@example.org", 1);
        awaitQuiet();
        assertThat(MAIL.to("rosa.field@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("because you follow Stevenage North."));
    }

    @Test
    void a_correction_tells_nobody_again() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var id = published("With a tpyo", STEVENAGE_NORTH);
        awaitMail("rosa.field@example.org", 1);
        event("news.article.published", id, 2, article(id, "Without a typo", clock.instant(), STEVENAGE_NORTH));
        awaitQuiet();
        assertThat(told(id)).isEqualTo(1);
        assertThat(MAIL.all()).hasSize(1);
        assertThat(browser.get("/alerts").html().text())
                .contains("Without a typo")
                .doesNotContain("tpyo");
    }

    @Test
    void an_article_of_last_week_tells_nobody_not_even_when_it_is_corrected_today() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var id = UUID.randomUUID().toString();
        var lastWeek = clock.instant().minus(Duration.ofDays(7));
        event("news.article.published", id, 1, article(id, "Old", lastWeek, STEVENAGE_NORTH));
        event("news.article.published", id, 2, article(id, "Old, corrected", lastWeek, STEVENAGE_NORTH));
        assertThat(told(id)).isZero();
    }

    @Test
    void who_began_to_follow_after_the_publication_is_not_told_when_the_news_comes_late() {
        var before = Instant.now().minusSeconds(60);
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var id = UUID.randomUUID().toString();
        event("news.article.published", id, 1, article(id, "Late", before, STEVENAGE_NORTH));
        assertThat(told(id)).isZero();
    }

    @Test
    void of_a_withdrawn_article_no_word_is_listed_or_kept() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var id = published("A mistake", STEVENAGE_NORTH);
        event("news.article.withdrawn", id, 2, withdrawn(id));
        assertThat(browser.get("/alerts").html().text()).doesNotContain("A mistake");
        assertThat(jdbc.sql("select title || summary || slug from article")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void who_was_told_of_an_article_is_told_of_its_withdrawal_and_why_but_none_of_its_words_again() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        confirmed("will.water@example.org", WATFORD);
        var id = published("Have you seen Pat Example?", STEVENAGE_NORTH);
        awaitMail("rosa.field@example.org", 1);
        event("news.article.withdrawn", id, 2, withdrawn(id));

        var mail = awaitMail("rosa.field@example.org", 2);
        assertThat(mail.subject()).isEqualTo("We have withdrawn an article about Stevenage North");
        for (var content : new String[] {mail.text(), mail.html()}) {
            assertThat(content)
                    .contains("The reason: A mistake", mail.link("unsubscribe"))
                    .doesNotContain("Pat Example", "have-you-seen");
        }
        event("news.article.withdrawn", id, 2, withdrawn(id));
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(2);
    }

    @Test
    void who_was_not_told_yet_hears_neither_of_the_article_nor_of_its_end() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var id = UUID.randomUUID().toString();
        event("news.article.archived", id, 2, archived(id));
        event("news.article.published", id, 1, article(id, "Over", clock.instant(), STEVENAGE_NORTH));
        awaitQuiet();
        assertThat(MAIL.all()).isEmpty();
        assertThat(browser.get("/alerts").html().text()).doesNotContain("Over");
    }

    @Test
    void a_withdrawal_of_last_month_that_is_announced_again_tells_nobody() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var id = published("A mistake", STEVENAGE_NORTH);
        awaitMail("rosa.field@example.org", 1);
        event(
                "news.article.withdrawn",
                id,
                2,
                withdrawn(id).replaceFirst("withdrawnAt\": \"[^\"]+", "withdrawnAt\": \"2026-01-10T12:00:00Z"));
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
    }

    @Test
    void a_withdrawal_that_overtakes_the_publication_wins() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var id = UUID.randomUUID().toString();
        event("news.article.withdrawn", id, 2, withdrawn(id));
        event("news.article.published", id, 1, article(id, "A mistake", clock.instant(), STEVENAGE_NORTH));
        assertThat(told(id)).isZero();
    }

    @Test
    void what_the_public_page_lists_is_what_was_sent_newest_first() {
        assertThat(browser.get("/alerts").html().text()).contains("We have not sent anything yet");
        published("The first", STEVENAGE_NORTH);
        published("The second", TOWN_CENTRE, STEVENAGE);
        var answer = browser.get("/alerts");
        assertThat(answer.html().select("main ul.govuk-list--spaced a").eachText())
                .containsExactly("The second", "The first");
        assertThat(answer.html().text()).contains("Town Centre in Watford");
        assertThat(answer.header("Cache-Control")).contains("max-age=5", "public");
    }

    private int told(String article) {
        return jdbc.sql("select count(*) from delivery where item_id = :id")
                .param("id", article)
                .query(Integer.class)
                .single();
    }
}
