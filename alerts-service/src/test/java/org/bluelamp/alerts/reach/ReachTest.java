package org.bluelamp.alerts.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import org.bluelamp.alerts.AlertsTest;
import org.junit.jupiter.api.Test;

class ReachTest extends AlertsTest {

    @Test
    void an_officer_sees_followers_of_their_area_as_numbers_and_small_numbers_not_at_all() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        crowd(7, STEVENAGE_SOUTH);
        var olive = staff("Olive Reed").as("officer").in(STEVENAGE_NORTH);
        var sam = staff("Sam Hill").as("administrator").in(STEVENAGE);

        var own = browser.as(olive).get("/staff/alerts/reach");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.html().text()).contains("Stevenage North fewer than 5").doesNotContain("Stevenage South");
        assertThat(own.body()).doesNotContain("rosa");
        assertThat(own.header("Cache-Control")).contains("no-store");

        assertThat(browser.as(sam).get("/staff/alerts/reach").html().text())
                .contains("Stevenage none", "Stevenage North fewer than 5", "Stevenage South 7")
                .doesNotContain("Watford");
    }

    @Test
    void staff_see_how_the_mails_of_an_article_went_in_their_areas_only() {
        crowd(6, STEVENAGE_NORTH);
        published("Big news", HERTFORDSHIRE);
        published("Something in Watford", TOWN_CENTRE);
        awaitQuiet();
        var north = browser.as(staff("Erin Moss").as("editor").in(STEVENAGE_NORTH))
                .get("/staff/alerts/reach")
                .html();
        assertThat(north.select("tr:contains(Big news)").text()).contains("Accepted: 6");
        assertThat(north.text()).doesNotContain("Something in Watford");
        var south = browser.as(staff("Eve Moss").as("editor").in(STEVENAGE_SOUTH))
                .get("/staff/alerts/reach")
                .html();
        assertThat(south.select("tr:contains(Big news)").text()).contains("Nobody follows");
    }

    @Test
    void who_is_not_signed_in_or_has_another_role_is_refused() {
        assertThat(browser.get("/staff/alerts/reach").status()).isEqualTo(401);
        assertThat(browser.get("/api/v1/alerts/areas").status()).isEqualTo(401);
        var otto = staff("Otto Lane").as("operator").in(HERTFORDSHIRE);
        assertThat(browser.as(otto).get("/staff/alerts/reach").status()).isEqualTo(403);
    }

    @Test
    void machines_get_the_same_numbers_as_json() {
        crowd(12, TOWN_CENTRE);
        var ada = staff("Ada Stone").as("administrator").in(WATFORD);
        assertThat(browser.as(ada).get("/api/v1/alerts/areas").body()).isEqualTo("""
                [{"area":"hertfordshire/watford","name":"Watford","followers":"none"},\
                {"area":"hertfordshire/watford/town-centre","name":"Town Centre in Watford","followers":"12"}]""");
    }

    @Test
    void the_api_describes_itself() {
        var openApi = browser.get("/api/v1/alerts/openapi");
        assertThat(openApi.status()).isEqualTo(200);
        assertThat(openApi.body()).contains("/api/v1/alerts/sign-ups", "/api/v1/alerts/areas");
    }
}
