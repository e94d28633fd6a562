package org.bluelamp.news.webhook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bluelamp.news.article.Contents.anArticle;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Corrected;
import org.bluelamp.news.article.Published;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.bluelamp.testing.web.ListeningTool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tools that are told, over real connections. */
class WebhookPagesTest extends NewsTest {

    private static final TestStaff ADMINISTRATOR =
            staff("Ada Administrator").as("administrator", "editor").in("hertfordshire");

    private ListeningTool tool;
    private List<ListeningTool.Heard> heard;

    @BeforeEach
    void listen() {
        jdbc.sql("truncate webhook_target cascade").update();
        tool = new ListeningTool();
        heard = tool.heard();
    }

    @AfterEach
    void hearNoMore() {
        tool.close();
        jdbc.sql("truncate webhook_target cascade").update();
    }

    private Caller ada() {
        return call().as(ADMINISTRATOR);
    }

    private String address() {
        return tool.address();
    }

    /** Adds the tool, as an administrator does. */
    private Answer added() {
        Answer answer = ada().submit(
                        ada().get("/staff/news/webhooks/new"),
                        "Add and show the secret",
                        Map.of("url", List.of(address())));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static String secretIn(Answer page) {
        return page.html().select("#secret").val();
    }

    private String path() {
        return "/staff/news/webhooks/"
                + jdbc.sql("select id from webhook_target").query(UUID.class).single();
    }

    /** Lets time pass until the next attempt. */
    private void dueNow() {
        jdbc.sql("update webhook_call set next_at = now() where state = 'waiting'")
                .update();
    }

    private void awaitHeard(int calls) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard).hasSizeGreaterThanOrEqualTo(calls));
    }

    private void awaitState(String state, long count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from webhook_call where state = :state")
                                .param("state", state)
                                .query(Long.class)
                                .single())
                        .isEqualTo(count));
    }

    @Test
    void a_tool_hears_of_what_is_published_corrected_and_withdrawn_signed_with_the_secret_that_was_shown_once() {
        String secret = secretIn(added());
        Published published = published(anArticle().of("HertsWeek"));
        awaitState("sent", 1);
        Corrected corrected = newsroom.correct(
                ERIN,
                published.id(),
                published.version(),
                anArticle().saying("At noon.").build(),
                "The time.");
        awaitState("sent", 2);
        newsroom.withdraw(ERIN, published.id(), corrected.version(), "Wrong date.");
        awaitState("sent", 3);

        assertThat(heard).hasSize(3).allMatch(call -> call.isSignedWith(secret));
        assertThat(heard).extracting(ListeningTool.Heard::id).doesNotHaveDuplicates();
        assertThat(Instant.ofEpochSecond(Long.parseLong(heard.getFirst().timestamp())))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        JsonNode first = heard.get(0).json();
        assertThat(first.get("type").stringValue()).isEqualTo("article.published");
        assertThat(first.at("/data/title").stringValue()).isEqualTo("Bike marking in Ware");
        assertThat(first.at("/data/url").stringValue()).endsWith("/news/bike-marking-in-ware");
        assertThat(first.at("/data/areas/0/name").stringValue()).isEqualTo("Ware");
        assertThat(first.at("/data/posts").findValuesAsString("network")).contains("facebook", "twitter", "plain");
        assertThat(heard.get(1).json().get("type").stringValue()).isEqualTo("article.corrected");
        assertThat(heard.get(1).json().at("/data/correction").stringValue()).isEqualTo("The time.");
        assertThat(heard.get(1).json().at("/data/version").longValue())
                .isGreaterThan(first.at("/data/version").longValue());
        JsonNode last = heard.get(2).json();
        assertThat(last.get("type").stringValue()).isEqualTo("article.withdrawn");
        assertThat(last.at("/data/reason").stringValue()).isEqualTo("Wrong date.");
        assertThat(last.toString()).doesNotContain("At noon", "Bring your bike");

        assertThat(ada().get(path()).body()).doesNotContain(secret);
        assertThat(jdbc.sql("select count(*) from webhook_target where position(:secret::bytea in secret) > 0")
                        .param("secret", secret.getBytes(StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_not_taken_is_tried_again_with_the_same_id_and_seen_by_administrators() {
        added();
        tool.answers(503);
        published(anArticle());
        awaitHeard(1);
        await().untilAsserted(() -> assertThat(ada().get(path()).text())
                .contains("refused it (503)")
                .contains("Next attempt"));
        assertThat(ada().get("/staff/news").text()).contains("did not take the last call");
        String article =
                ada().get(path()).html().select("tbody a[href^=/staff/news/]").attr("href");
        assertThat(ada().get(article).text())
                .contains("127.0.0.1 is still to be told")
                .contains("it refused it (503)");

        tool.answers(200);
        dueNow();
        awaitState("sent", 1);

        assertThat(heard).hasSize(2);
        assertThat(heard.get(1).id()).isEqualTo(heard.get(0).id());
        assertThat(heard.get(1).body()).isEqualTo(heard.get(0).body());
        assertThat(ada().get(path()).text()).contains("took it (200), after 2 attempts");
        assertThat(ada().get(article).text()).contains("127.0.0.1 has the latest");
        assertThat(ada().get("/staff/news").text()).doesNotContain("did not take the last call");
    }

    @Test
    void a_withdrawal_overtakes_what_a_tool_has_not_taken_yet() {
        added();
        tool.answers(500);
        Published published = published(anArticle());
        awaitHeard(1);
        newsroom.withdraw(ERIN, published.id(), published.version(), "Wrong date.");
        tool.answers(200);
        awaitState("sent", 1);

        assertThat(heard.getLast().json().get("type").stringValue()).isEqualTo("article.withdrawn");
        awaitState("overtaken", 1);
        assertThat(jdbc.sql("select count(*) from webhook_call where body like '%Bring your bike%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(ada().get(path()).text()).contains("Overtaken by something newer");
    }

    @Test
    void a_call_is_given_up_after_days_and_can_be_sent_again() {
        added();
        tool.answers(500);
        published(anArticle());
        awaitHeard(1);
        await().untilAsserted(() -> assertThat(ada().get(path()).text()).contains("Next attempt"));
        jdbc.sql("update webhook_call set give_up_at = now()").update();
        dueNow();
        awaitState("given-up", 1);

        tool.answers(200);
        String again = ada().get(path()).html().select("form[action$=/again]").attr("action");
        assertThat(ada().post(again, Map.of()).status()).isEqualTo(303);
        awaitState("sent", 1);
        assertThat(heard)
                .extracting(ListeningTool.Heard::id)
                .containsOnly(heard.getFirst().id());
    }

    @Test
    void what_was_said_before_is_not_sent_after_what_is_newer_whichever_is_to_be_sent_again() {
        added();
        Published published = published(anArticle());
        awaitState("sent", 1);
        String first = ada().get(path()).html().select("form[action$=/again]").attr("action");
        newsroom.correct(
                ERIN,
                published.id(),
                published.version(),
                anArticle().saying("At noon.").build(),
                "The time.");
        awaitState("sent", 2);
        assertThat(ada().post(first, Map.of()).status()).isEqualTo(303);
        awaitHeard(3);
        assertThat(heard.get(2).id()).isEqualTo(heard.get(1).id());
        assertThat(heard.get(2).body()).contains("The time.");
    }

    @Test
    void a_tool_that_says_it_is_gone_is_paused_and_not_asked_again_until_somebody_lets_calls_go_on() {
        added();
        tool.answers(410);
        published(anArticle());
        awaitState("given-up", 1);
        await().untilAsserted(() -> assertThat(ada().get(path()).text()).contains("Paused"));

        published(anArticle().titled("Another"));
        await().during(Duration.ofSeconds(2)).until(() -> heard.size() == 1);

        tool.answers(200);
        ada().post(path() + "/resume", Map.of());
        awaitState("sent", 1);
    }

    @Test
    void a_test_can_be_sent_and_a_redirect_is_not_followed() {
        added();
        tool.answers(302);
        assertThat(ada().post(path() + "/test", Map.of()).status()).isEqualTo(303);
        awaitHeard(1);
        assertThat(heard.getFirst().json().get("type").stringValue()).isEqualTo("test");
        await().untilAsserted(() -> assertThat(ada().get(path()).text()).contains("sent us elsewhere (302)"));
    }

    @Test
    void for_a_day_calls_are_signed_with_the_old_secret_and_the_new_one() {
        String old = secretIn(added());
        String renewed = secretIn(ada().post(path() + "/secret", Map.of()));
        assertThat(renewed).startsWith("whsec_").isNotEqualTo(old);
        ada().post(path() + "/test", Map.of());
        awaitState("sent", 1);
        assertThat(heard.getFirst().isSignedWith(old)).isTrue();
        assertThat(heard.getFirst().isSignedWith(renewed)).isTrue();

        String again = secretIn(ada().post(path() + "/secret", Map.of()));
        ada().post(path() + "/test", Map.of());
        awaitState("sent", 2);
        assertThat(heard.getLast().isSignedWith(old))
                .as("who never got to copy the secret before renews it again, and the tool still knows the first")
                .isTrue();
        assertThat(heard.getLast().isSignedWith(again)).isTrue();

        jdbc.sql("update webhook_target set secret_changed = now() - interval '25 hours'")
                .update();
        ada().post(path() + "/test", Map.of());
        awaitState("sent", 3);
        assertThat(heard.getLast().isSignedWith(old)).isFalse();
        assertThat(heard.getLast().isSignedWith(again)).isTrue();
    }

    @Test
    void a_form_that_is_sent_twice_adds_one_tool_and_shows_the_secret_once() {
        Answer blank = ada().get("/staff/news/webhooks/new");
        Map<String, List<String>> filledIn = Map.of("url", List.of(address()));
        assertThat(ada().submit(blank, "Add and show the secret", filledIn).status())
                .isEqualTo(200);
        assertThat(ada().submit(blank, "Add and show the secret", filledIn).status())
                .isEqualTo(303);
        assertThat(ada().get("/staff/news/webhooks").html().select("tbody tr")).hasSize(1);
    }

    @Test
    void an_address_that_cannot_be_called_comes_back_with_the_reason() {
        Answer answer = ada().submit(
                        ada().get("/staff/news/webhooks/new"),
                        "Add and show the secret",
                        Map.of("url", List.of("ftp://tools.example.org")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary a").text()).startsWith("Enter an address on the web");
        assertThat(answer.html().select("[name=url]").val()).isEqualTo("ftp://tools.example.org");
    }

    @Test
    void a_removed_tool_is_not_told_any_more_and_every_deed_is_on_record() {
        added();
        String path = path();
        ada().post(path + "/pause", Map.of());
        ada().post(path + "/resume", Map.of());
        assertThat(ada().post(path + "/remove", Map.of()).status()).isEqualTo(303);
        published(anArticle());
        await().during(Duration.ofSeconds(2)).until(heard::isEmpty);
        assertThat(jdbc.sql("select action from audit.deed where subject = :id order by done_at")
                        .param("id", path.substring(path.lastIndexOf('/') + 1))
                        .query(String.class)
                        .list())
                .containsExactly("webhook.added", "webhook.paused", "webhook.resumed", "webhook.removed");
        assertThat(ada().get(path).status()).isEqualTo(404);
    }

    @Test
    void only_administrators_of_the_force_see_and_change_its_tools() {
        added();
        String path = path();
        Caller editor = call().as(staff("Erin Editor").as("editor").in("hertfordshire"));
        Caller districts = call().as(staff("Dana District").as("administrator").in("hertfordshire/watford"));
        Caller elsewhere = call().as(staff("Eve Elsewhere").as("administrator").in("kent"));
        for (String page : List.of("/staff/news/webhooks", "/staff/news/webhooks/new", path)) {
            assertThat(call().get(page).status()).isEqualTo(401);
            assertThat(editor.get(page).status()).isEqualTo(403);
        }
        assertThat(districts.get("/staff/news/webhooks").status()).isEqualTo(403);
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        for (String deed :
                List.of("test", "secret", "pause", "resume", "remove", "calls/" + UUID.randomUUID() + "/again")) {
            assertThat(call().post(path + "/" + deed, Map.of()).status()).isEqualTo(401);
            assertThat(editor.post(path + "/" + deed, Map.of()).status()).isEqualTo(403);
            assertThat(districts.post(path + "/" + deed, Map.of()).status()).isEqualTo(403);
            assertThat(elsewhere.post(path + "/" + deed, Map.of()).status()).isEqualTo(404);
        }
        assertThat(ada().get("/staff/news/webhooks").text()).contains(address());
    }
}
