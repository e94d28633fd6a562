package org.bluelamp.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bluelamp.alerts.AlertsTest;
import org.junit.jupiter.api.Test;

/** What is kept about a person, in their own hands. */
class OwnDataTest extends AlertsTest {

    @Test
    void a_person_sees_and_takes_along_everything_but_their_address() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("News", STEVENAGE_NORTH);
        awaitMail("rosa.field@example.org", 1);
        awaitQuiet();

        var page = browser.get(browser.get(person.manage())
                .html()
                .selectFirst("a:contains(everything we keep)")
                .attr("href"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.html().text())
                .contains("I agree to get emails", "Stevenage North", "Article", "at once, every topic")
                .doesNotContain("rosa");

        var file = browser.get(person.manage() + "/data.json");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"alerts.json\"");
        assertThat(file.body())
                .contains(
                        "\"status\":\"confirmed\"",
                        "\"wording\":\"I agree to get emails",
                        "\"frequency\":\"at-once\"",
                        "\"kind\":\"article\"",
                        "\"kind\":\"sign-up\"")
                .doesNotContain("rosa");
    }

    @Test
    void looking_at_the_page_that_erases_changes_nothing_and_its_button_erases_the_address_at_once() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        assertThat(browser.get(person.manage() + "/erase").html().text()).contains("You cannot undo this");
        assertThat(number("subscriber where address is not null")).isEqualTo(1);

        var erased = browser.post(person.manage() + "/erase", Map.of());
        assertThat(erased.html().text()).contains("Your address is deleted");
        assertThat(number(
                        "subscriber where address is not null or address_hash is not null or mailbox_hash is not null"))
                .isZero();
        assertThat(number("delivery")).isZero();
        assertThat(number("sign_up where confirmed_at is not null"))
                .as("the proof of consent, without whose")
                .isEqualTo(1);
        published("Told to nobody", STEVENAGE_NORTH);
        awaitQuiet();
        assertThat(MAIL.all()).isEmpty();
        assertThat(browser.post(person.manage() + "/erase", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void a_button_of_before_the_erasure_brings_nobody_back() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        signUp("rosa.field@example.org", WATFORD);
        var confirm = awaitMail("rosa.field@example.org", 1).link("confirm");
        browser.post(person.manage() + "/erase", Map.of());
        assertThat(browser.post(confirm, Map.of()).status()).isLessThan(500);
        assertThat(number("subscription where ended_at is null")).isZero();
    }

    @Test
    void a_link_for_something_else_shows_and_erases_nothing() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("News", STEVENAGE_NORTH);
        var token =
                awaitMail("rosa.field@example.org", 1).link("unsubscribe").substring("/alerts/unsubscribe/".length());
        assertThat(browser.get("/alerts/manage/" + token + "/data.json").status())
                .isEqualTo(404);
        assertThat(browser.post("/alerts/manage/" + token + "/erase", Map.of()).status())
                .isEqualTo(404);
        assertThat(number("subscriber where address is not null")).isEqualTo(1);
    }

    private int number(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
