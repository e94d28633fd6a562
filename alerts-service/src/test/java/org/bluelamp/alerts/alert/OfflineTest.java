package org.bluelamp.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Alerts for people without internet: a letter and a script, for everybody and about nobody. */
class OfflineTest extends AlertStory {

    @Test
    void a_letter_says_what_to_do_for_whom_until_when_and_whom_to_call_and_fits_one_sheet() {
        var alert = issued(content());
        var page = browser.as(OLIVE).get(path(alert)).html();
        assertThat(page.text())
                .contains("Stevenage North Neighbourhood Policing Team")
                .contains("Gas leak in Bedwell Crescent")
                .contains("Leave now.")
                .contains("A gas main has been damaged.")
                .contains("call 101 and say “alert " + alert.reference() + "”");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.selectFirst(".bl-letter").closest(".bl-not-printed"))
                .as("the letter alone is printed")
                .isNull();
        assertThat(page.selectFirst("h1").closest(".bl-not-printed")).isNotNull();
        var area = page.selectFirst("tbody tr").text();
        assertThat(area).isEqualTo("Stevenage North 1,000");

        var letter = browser.as(OLIVE).get(path(alert) + "/letter.txt");
        assertThat(letter.header("Content-Disposition")).contains(alert.reference() + "-letter.txt");
        assertThat(letter.body()).contains("Leave now.").contains("/alerts/" + alert.reference());
        assertThat(letter.body().length()).isLessThan(3_500);
    }

    @Test
    void a_script_is_said_in_a_minute_without_addresses_of_the_web() {
        var much = "See https://www.example.org/gas for more. " + "We have closed the road. ".repeat(80);
        var alert = issued(described(much, content()));
        var script = browser.as(OLIVE).get(path(alert) + "/voice.txt").body();
        assertThat(script)
                .startsWith("This is a message from Stevenage North Neighbourhood Policing Team.")
                .contains("Gas leak in Bedwell Crescent.")
                .contains("Leave now.")
                .contains("We have closed the road.")
                .contains("nine, nine, nine")
                .doesNotContain("http");
        assertThat(script.split("\\s+")).hasSizeLessThan(200);
    }

    @Test
    void what_was_called_back_is_told_without_its_words() {
        var alert = issued(content());
        desk.cancel(COUNTY, alert.id(), alert.version(), "A false alarm");
        for (var file : new String[] {"/letter.txt", "/voice.txt"}) {
            assertThat(browser.as(OLIVE).get(path(alert) + file).body())
                    .contains("called back an alert")
                    .contains("A false alarm")
                    .doesNotContain("Leave now");
        }
    }

    @Test
    void only_staff_of_the_areas_and_only_for_what_was_sent() {
        var alert = issued(content());
        assertThat(browser.get(path(alert)).status()).isNotEqualTo(200);
        assertThat(browser.as(OSCAR).get(path(alert)).status()).isEqualTo(403);
        assertThat(browser.as(OSCAR).get(path(alert) + "/letter.txt").status()).isEqualTo(403);
        var draft = desk.write(COUNTY, AlertId.next(), content());
        assertThat(browser.as(OLIVE).get(path(draft)).status()).isEqualTo(303);
        assertThat(browser.as(OLIVE).get(path(draft) + "/voice.txt").status()).isEqualTo(404);
    }

    @Test
    void who_took_a_letter_or_a_script_along_is_on_record_and_who_could_not_is_not() {
        var alert = issued(content());
        var before =
                jdbc.sql("select max(id) from audit.deed").query(Long.class).single();
        browser.as(OLIVE).get(path(alert));
        browser.as(OLIVE).get(path(alert) + "/letter.txt");
        browser.as(ERIN).get(path(alert) + "/voice.txt");
        browser.as(OSCAR).get(path(alert) + "/voice.txt");
        assertThat(jdbc.sql("""
                        select staff_name || ': ' || action from audit.deed
                        where subject = :reference and id > :before
                        order by id
                        """)
                        .param("reference", alert.reference().value())
                        .param("before", before)
                        .query(String.class)
                        .list())
                .containsExactly("Olive Reed: alert.letter-taken", "Erin Moss: alert.voice-taken");
    }

    private static String path(Alert alert) {
        return "/staff/alerts/" + alert.id().value() + "/offline";
    }

    private static Content described(String description, Content content) {
        return new Content(
                content.headline(),
                description,
                content.instruction(),
                content.category(),
                content.severity(),
                content.urgency(),
                content.certainty(),
                content.target(),
                content.links(),
                content.sender(),
                content.expires(),
                content.worthSending());
    }
}
