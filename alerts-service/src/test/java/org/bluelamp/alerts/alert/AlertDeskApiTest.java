package org.bluelamp.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Duration;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts by the force's own programs. */
class AlertDeskApiTest extends AlertStory {

    private static final String DESK = "/api/v1/alerts/desk";

    @Test
    void a_program_writes_sends_updates_and_calls_back_on_the_version_it_has_read() {
        confirmed("rosa@example.org", STEVENAGE_NORTH);
        var written = browser.as(OLIVE).postJson(DESK, text("Gas leak", STEVENAGE_NORTH));
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        assertThat(json(written).get("needs").asString()).isEqualTo("alone");
        assertThat(json(written).get("reach").asInt()).isEqualTo(1);
        var path = written.location();

        assertThat(browser.as(OLIVE).postJson(path + "/send", "").status()).isEqualTo(428);
        assertThat(on(OLIVE, "\"7\"").postJson(path + "/send", "").status()).isEqualTo(412);
        var sent = on(OLIVE, written.header("ETag")).postJson(path + "/send", "");
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(json(sent).get("state").asString()).isEqualTo("issued");
        awaitMail("rosa@example.org", 1);

        var updated = on(OLIVE, sent.header("ETag")).putJson(path, text("Mended", STEVENAGE_NORTH));
        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        assertThat(on(OLIVE, updated.header("ETag"))
                        .postJson(path + "/cancel", "{}")
                        .status())
                .isEqualTo(400);
        var cancelled = on(OLIVE, updated.header("ETag")).postJson(path + "/cancel", "{\"reason\": \"It is over.\"}");
        assertThat(json(cancelled).get("state").asString()).isEqualTo("cancelled");
        awaitQuiet();
        assertThat(subjects("rosa@example.org")).contains("Gas leak");
    }

    @Test
    void what_reaches_many_is_refused_to_its_writer_and_sent_by_a_second_person() {
        crowd(6, STEVENAGE_NORTH);
        var written = browser.as(OLIVE).postJson(DESK, text("Gas leak", STEVENAGE_NORTH));
        var path = written.location();
        assertThat(json(written).get("needs").asString()).isEqualTo("second-person");
        var alone = on(OLIVE, written.header("ETag")).postJson(path + "/send", "");
        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.body()).contains("A second person has to check and send it.");
        var submitted = on(OLIVE, written.header("ETag")).postJson(path + "/submit", "");
        var version = submitted.header("ETag");
        assertThat(on(OLIVE, version).postJson(path + "/send", "").status()).isEqualTo(403);
        assertThat(waiting(SAM)).contains("1 alert needs your approval");
        assertThat(waiting(OLIVE)).as("hers").contains("\"items\":[]");
        assertThat(waiting(OSCAR)).as("another district").contains("\"items\":[]");
        var sent = browser.as(SAM).with("If-Match", version).postJson(path + "/send", "");
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        var update = on(OLIVE, sent.header("ETag")).putJson(path, text("Mended", STEVENAGE_NORTH));
        assertThat(json(update).get("updateWaits").asBoolean()).isTrue();
        assertThat(waiting(SAM)).contains("1 alert needs your approval");
        var approved = browser.as(SAM).with("If-Match", update.header("ETag")).postJson(path + "/approve-update", "");
        assertThat(json(approved).get("headline").asString()).isEqualTo("Mended");
    }

    private String waiting(TestStaff who) {
        return browser.as(who).get("/staff/alerts/waiting").body();
    }

    @Test
    void what_waits_is_told_staff_who_have_to_do_with_alerts_and_nobody_else() {
        assertThat(browser.get("/staff/alerts/waiting").status()).isEqualTo(401);
        assertThat(browser.as(staff("Otto").as("operator").in(HERTFORDSHIRE))
                        .get("/staff/alerts/waiting")
                        .status())
                .isEqualTo(403);
        assertThat(browser.as(ADA).get("/staff/alerts/waiting").header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void each_field_that_is_wrong_is_named_and_rights_end_at_the_border() {
        var refused = browser.as(OLIVE)
                .postJson(
                        DESK,
                        "{\"headline\": \"Only this\", \"circle\": {\"latitude\": 51.9, \"longitude\": -0.2, \"metres\": 1}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(json(refused)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .contains("description", "category", "circle", "sender", "expiresAt");
        assertThat(browser.as(OLIVE).postJson(DESK, text("Mine", TOWN_CENTRE)).status())
                .isEqualTo(400);
        assertThat(browser.postJson(DESK, text("Mine", STEVENAGE_NORTH)).status())
                .isEqualTo(401);
        var path =
                browser.as(OLIVE).postJson(DESK, text("Mine", STEVENAGE_NORTH)).location();
        assertThat(browser.as(OSCAR).get(path).status()).isEqualTo(403);
        assertThat(browser.get(path).status()).isEqualTo(401);
        for (var deed : new String[] {"/send", "/submit", "/send-back", "/approve-update", "/drop-update"}) {
            assertThat(browser.as(OSCAR)
                            .with("If-Match", "\"1\"")
                            .postJson(path + deed, "")
                            .status())
                    .as(deed)
                    .isEqualTo(403);
            assertThat(browser.postJson(path + deed, "").status()).as(deed).isEqualTo(401);
        }
        assertThat(browser.as(OSCAR)
                        .with("If-Match", "\"1\"")
                        .putJson(path, text("Mine", TOWN_CENTRE))
                        .status())
                .isEqualTo(403);
    }

    private Caller on(TestStaff who, String version) {
        return browser.as(who).with("If-Match", version);
    }

    private String text(String headline, String area) {
        return """
                {"headline": "%s", "description": "A gas main has been damaged.", "instruction": "Leave now.",
                 "category": "safety", "severity": "extreme", "urgency": "immediate", "certainty": "observed",
                 "areas": ["%s"], "sender": "%s", "expiresAt": "%s", "worthSendingHours": 3,
                 "links": [{"title": "What to do", "url": "https://www.example.org/gas"}]}
                """.formatted(headline, area, area, clock.instant().plus(Duration.ofHours(20)));
    }

    private static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
