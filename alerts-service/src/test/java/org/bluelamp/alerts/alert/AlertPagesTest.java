package org.bluelamp.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;

/** The whole way of an alert, as staff and residents go it. */
class AlertPagesTest extends AlertStory {

    @Test
    void an_officer_writes_a_street_alert_counts_sends_and_followers_readers_and_services_have_it() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        confirmed("will.water@example.org", WATFORD);
        var blank = browser.as(OLIVE).get("/staff/alerts/new");
        var counted = browser.as(OLIVE).submit(blank, "Count who gets it", typed());
        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.text()).contains("By email, in Stevenage North", "fewer than 5", "You can send it alone.");

        var saved = browser.as(OLIVE).submit(counted, "Save draft", java.util.Map.of());
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        var alert = browser.as(OLIVE).get(saved.location());
        assertThat(alert.text()).contains("Alert saved", "Draft", "Gas leak in Bedwell Crescent");
        var path = saved.location().replaceFirst("\\?.*", "");
        var sent = browser.as(OLIVE).submit(browser.as(OLIVE).get(path + "/send"), "Send now", java.util.Map.of());
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);

        var mail = awaitMail("rosa.field@example.org", 1);
        assertThat(mail.subject()).isEqualTo("Gas leak in Bedwell Crescent");
        assertThat(mail.sender()).startsWith("Stevenage North Neighbourhood Policing Team <");
        assertThat(mail.text())
                .contains("What to do: Leave now.", "because you follow Stevenage North.", "/alerts/hrt-");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        awaitQuiet();
        assertThat(MAIL.to("will.water@example.org")).isEmpty();

        var reference =
                jdbc.sql("select reference from alert").query(String.class).single();
        assertThat(reference)
                .isEqualTo("hrt-"
                        + org.bluelamp.web.page.LondonTime.date(clock.instant()).getYear() + "-0001");
        var page = browser.get("/alerts/" + reference);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Gas leak in Bedwell Crescent", "Leave now.", "Live", "Stevenage North")
                .doesNotContain("Olive");
        assertThat(page.html().select("svg path.bl-map__here")).hasSize(1);
        assertThat(page.header("Cache-Control")).contains("max-age=5", "public");

        var event = events("alerts.alert.issued");
        assertThat(event).singleElement().satisfies(json -> Contracts.validate("alerts.alert.issued", json));
    }
}
