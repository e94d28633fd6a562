package org.bluelamp.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bluelamp.alerts.AlertsTest;
import org.junit.jupiter.api.Test;

class LeavingTest extends AlertsTest {

    @Test
    void one_click_in_a_mail_program_ends_everything_without_cookies_and_without_a_redirect() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("Something new", STEVENAGE_NORTH);
        var mail = awaitMail("rosa.field@example.org", 1);
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        var url = mail.header("List-Unsubscribe").replaceAll("[<>\\s]", "");
        assertThat(url).startsWith("http://localhost:8080/alerts/unsubscribe/");

        var answer = browser.post(url.replace("http://localhost:8080", ""), Map.of("List-Unsubscribe", "One-Click"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(ending()).isEqualTo("ended: unsubscribed by one-click");
        published("And again", STEVENAGE_NORTH);
        assertThat(jdbc.sql("select count(*) from delivery where item_kind = 'article'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_button_on_the_page_does_the_same_and_is_told_apart() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("Something new", STEVENAGE_NORTH);
        var link = awaitMail("rosa.field@example.org", 1).link("unsubscribe");
        var page = browser.get(link).html();
        assertThat(page.select("a[href*=manage]"))
                .as("a link that works for ever must not open the person's own page")
                .isEmpty();
        assertThat(page.select("main").text()).doesNotContain("Stevenage North");
        var form = page.selectFirst("main form");
        assertThat(form.attr("method")).isEqualTo("post");
        var answer = browser.post(form.attr("action"), Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.html().text()).contains("You will not get any more emails from us");
        assertThat(ending()).isEqualTo("ended: unsubscribed by unsubscribe-page");
        assertThat(browser.post(link, Map.of("List-Unsubscribe", "One-Click")).status())
                .isEqualTo(200);
        assertThat(ending()).isEqualTo("ended: unsubscribed by unsubscribe-page");
    }

    @Test
    void a_forged_garbled_or_borrowed_token_gets_a_clear_page_and_changes_nothing() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("Something new", STEVENAGE_NORTH);
        var token = awaitMail("rosa.field@example.org", 1).link("unsubscribe").replace("/alerts/unsubscribe/", "");
        var manage = person.manage().replace("/alerts/manage/", "");
        var last = token.charAt(10) == 'A' ? 'B' : 'A';
        for (var bad : List.of(
                "garbage", "AAAA", token.substring(1), token.substring(0, 10) + last + token.substring(11), manage)) {
            for (var answer : List.of(
                    browser.get("/alerts/unsubscribe/" + bad),
                    browser.post("/alerts/unsubscribe/" + bad, Map.of("List-Unsubscribe", "One-Click")))) {
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.html().text()).contains("This link does not work", "We have not changed anything");
            }
        }
        assertThat(browser.get("/alerts/manage/" + token).status()).isEqualTo(404);
        assertThat(browser.post("/alerts/manage/" + token + "/stop-all", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(browser.post("/alerts/confirm/" + token, Map.of()).status()).isEqualTo(404);
        assertThat(jdbc.sql("select status from subscriber").query(String.class).single())
                .isEqualTo("confirmed");
    }

    @Test
    void pages_behind_a_token_are_kept_from_other_sites_caches_and_search_engines() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        for (var path : List.of(person.manage(), "/alerts/unsubscribe/garbage", "/alerts/confirm/garbage")) {
            var answer = browser.get(path);
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
        }
        assertThat(browser.get(person.manage()).body()).doesNotContain("rosa.field");
    }

    @Test
    void on_their_own_page_people_add_an_area_stop_one_and_stop_all() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var added = browser.post(person.manage() + "/add", Map.of("area", TOWN_CENTRE));
        assertThat(added.status()).isEqualTo(303);
        assertThat(browser.get(added.location()).html().text()).contains("You now follow Town Centre in Watford.");
        assertThat(followed(person)).containsExactly("Stevenage North", "Town Centre in Watford");

        var stopped = browser.post(person.manage() + "/stop", Map.of("area", STEVENAGE_NORTH));
        assertThat(browser.get(stopped.location()).html().text()).contains("You no longer follow Stevenage North.");
        assertThat(followed(person)).containsExactly("Town Centre in Watford");

        browser.post(person.manage() + "/stop", Map.of("area", TOWN_CENTRE));
        assertThat(ending()).isEqualTo("ended: unsubscribed by manage-page");
        assertThat(browser.get(person.manage()).html().text()).contains("You do not follow any areas");
        assertThat(MAIL.to("rosa.field@example.org")).isEmpty();
    }

    @Test
    void who_stops_an_area_gets_nothing_more_about_it_while_others_go_on() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        browser.post(person.manage() + "/add", Map.of("area", TOWN_CENTRE));
        browser.post(person.manage() + "/stop", Map.of("area", STEVENAGE_NORTH));
        published("For the north", STEVENAGE_NORTH);
        published("For the centre", TOWN_CENTRE);
        awaitMail("rosa.field@example.org", 1);
        awaitQuiet();
        assertThat(MAIL.to("rosa.field@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("For the centre"));
    }

    private List<String> followed(Confirmed person) {
        return browser.get(person.manage()).html().select("dt").eachText();
    }

    private String ending() {
        return jdbc.sql("select status || ': ' || ended_reason || ' by ' || ended_source from subscriber")
                .query(String.class)
                .single();
    }
}
