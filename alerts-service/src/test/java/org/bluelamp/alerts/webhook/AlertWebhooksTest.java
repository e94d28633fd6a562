package org.bluelamp.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.alert.AlertStory;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.web.Caller;
import org.bluelamp.testing.web.ListeningTool;
import org.bluelamp.testing.web.ListeningTool.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Tools that are told of alerts, over real connections. What every service's tools have in common news-service tests. */
class AlertWebhooksTest extends AlertStory {

    private static final String PAGES = "/staff/alerts/webhooks";

    private ListeningTool tool;

    @BeforeEach
    void listen() {
        jdbc.sql("truncate webhook_target cascade").update();
        tool = new ListeningTool();
    }

    @AfterEach
    void hearNoMore() {
        tool.close();
        jdbc.sql("truncate webhook_target cascade").update();
    }

    @Test
    void a_tool_hears_of_what_is_sent_updated_and_called_back_signed_with_the_secret_that_was_shown_once() {
        var secret = added();
        var issued = issued(content());
        awaitState("sent", 1);
        var updated = desk.update(COUNTY, issued.id(), issued.version(), headed("Gas leak mended", content()));
        awaitState("sent", 2);
        desk.cancel(COUNTY, issued.id(), updated.version(), "A false alarm");
        awaitState("sent", 3);

        assertThat(tool.heard()).hasSize(3).allMatch(call -> call.isSignedWith(secret));
        assertThat(tool.heard())
                .extracting(Heard::type)
                .containsExactly("alert.issued", "alert.updated", "alert.cancelled");
        var first = tool.heard().getFirst().json();
        assertThat(first.at("/data/headline").stringValue()).isEqualTo("Gas leak in Bedwell Crescent");
        assertThat(first.at("/data/instruction").stringValue()).isEqualTo("Leave now.");
        assertThat(first.at("/data/url").stringValue()).endsWith("/alerts/" + issued.reference());
        assertThat(first.at("/data/cap").stringValue()).endsWith("/alerts/" + issued.reference() + "/cap");
        assertThat(tool.heard())
                .extracting(call -> call.json().at("/data/version").longValue())
                .isSorted()
                .doesNotHaveDuplicates();
        var last = tool.heard().getLast();
        assertThat(last.json().at("/data/reason").stringValue()).isEqualTo("A false alarm");
        assertThat(last.body()).doesNotContain("Gas leak", "Leave now");
        assertThat(jdbc.sql("select count(*) from webhook_call where body like '%Gas leak%'")
                        .query(Long.class)
                        .single())
                .as("words of what was called back")
                .isZero();
        assertThat(ada().get(path()).text()).contains("Sent", "Updated", "Called back");
        assertThat(ada().get(path()).body()).doesNotContain(secret);
    }

    @Test
    void a_call_tells_what_the_event_tells_besides_its_version_and_where_it_stands() {
        added();
        issued(content());
        awaitState("sent", 1);
        var data = (ObjectNode) tool.heard().getFirst().json().get("data");
        Contracts.validate(
                "alerts.alert.issued",
                data.remove(List.of("version", "url", "cap")).toString());
    }

    @Test
    void a_tool_hears_that_an_alert_is_over() {
        added();
        issued(content());
        awaitState("sent", 1);
        clock.moveBy(Duration.ofHours(13));
        await().atMost(Duration.ofSeconds(20)).until(() -> tool.heard().size() == 2);
        assertThat(tool.heard().getLast().type()).isEqualTo("alert.expired");
    }

    @Test
    void what_is_not_taken_is_tried_again_with_the_same_id_and_seen_at_the_desk() {
        added();
        tool.answers(503);
        issued(content());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ada().get(path()).text()).contains("refused it (503)"));
        assertThat(ada().get("/staff/alerts").text()).contains("A tool that is told of alerts did not take");
        assertThat(browser.as(OLIVE).get("/staff/alerts").text()).doesNotContain("told of alerts");

        tool.answers(200);
        clock.moveBy(Duration.ofMinutes(1));
        awaitState("sent", 1);
        assertThat(tool.heard())
                .extracting(Heard::id)
                .containsOnly(tool.heard().getFirst().id());
        assertThat(tool.heard()).hasSizeGreaterThan(1);
        assertThat(ada().get("/staff/alerts").text()).doesNotContain("did not take");
    }

    @Test
    void only_administrators_of_the_force_see_and_change_its_tools() {
        added();
        var path = path();
        var districts = browser.as(staff("Dana Hill").as("administrator").in(WATFORD));
        var elsewhere = browser.as(staff("Eve Lane").as("administrator").in("kent"));
        for (var page : List.of(PAGES, PAGES + "/new", path)) {
            assertThat(browser.get(page).status()).isEqualTo(401);
            assertThat(browser.as(ERIN).get(page).status()).isEqualTo(403);
            assertThat(ada().get(page).status()).isEqualTo(200);
        }
        assertThat(districts.get(PAGES).status()).isEqualTo(403);
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        for (var deed :
                List.of("test", "secret", "pause", "resume", "remove", "calls/" + UUID.randomUUID() + "/again")) {
            assertThat(browser.post(path + "/" + deed, Map.of()).status()).isEqualTo(401);
            assertThat(browser.as(ERIN).post(path + "/" + deed, Map.of()).status())
                    .isEqualTo(403);
            assertThat(districts.post(path + "/" + deed, Map.of()).status()).isEqualTo(403);
            assertThat(elsewhere.post(path + "/" + deed, Map.of()).status()).isEqualTo(404);
        }
        assertThat(ada().get(PAGES).text()).contains(tool.address());
    }

    private Caller ada() {
        return browser.as(ADA);
    }

    /** Adds the tool, as an administrator does, and answers its secret. */
    private String added() {
        var answer = ada().submit(
                        ada().get(PAGES + "/new"), "Add and show the secret", Map.of("url", List.of(tool.address())));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.html().select("#secret").val();
    }

    private String path() {
        return PAGES + "/"
                + jdbc.sql("select id from webhook_target").query(UUID.class).single();
    }

    private void awaitState(String state, long count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from webhook_call where state = :state")
                                .param("state", state)
                                .query(Long.class)
                                .single())
                        .isEqualTo(count));
    }
}
