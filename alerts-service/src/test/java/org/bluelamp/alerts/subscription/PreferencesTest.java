package org.bluelamp.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.alerts.preference.Topic;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;

/** Choosing how often one hears of what, and that it is kept to. */
class PreferencesTest extends AlertsTest {

    @Test
    void who_leaves_the_choices_alone_gets_everything_at_once() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        assertThat(chosen()).isEqualTo("at-once, every topic, minor");
    }

    @Test
    void what_is_chosen_on_the_form_counts_from_the_confirmation_on() {
        var form = browser.get("/alerts/sign-up").html();
        assertThat(form.select("input[name=topics][checked]").eachAttr("value"))
                .as("everything is ticked to begin with")
                .hasSize(Topic.values().length);
        var answer = signUpWith(
                Map.of("frequency", "weekly", "topics", List.of("burglary", "meetings"), "leastSeverity", "severe"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(jdbc.sql("select count(*) from subscription")
                        .query(Integer.class)
                        .single())
                .isZero();
        browser.post(awaitMail("rosa.field@example.org", 1).link("confirm"), Map.of());
        assertThat(chosen()).isEqualTo("weekly, burglary+meetings, severe");
    }

    @Test
    void choices_with_faults_come_back_open_with_what_was_ticked_and_what_to_do() {
        var answer = signUpWith(Map.of("frequency", "hourly", "leastSeverity", "severe"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary a").eachText())
                .containsExactly("Select how often you want emails", "Select at least one topic");
        assertThat(answer.html().selectFirst("details").hasAttr("open")).isTrue();
        assertThat(answer.html()
                        .selectFirst("input[name=leastSeverity][checked]")
                        .val())
                .isEqualTo("severe");
        assertThat(answer.html().selectFirst("#address").val()).isEqualTo("rosa.field@example.org");
    }

    @Test
    void each_area_has_choices_of_its_own_that_its_owner_changes_without_a_script() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        browser.post(person.manage() + "/add", Map.of("area", WATFORD));
        var page = browser.get(person.manage()).html();
        var link = page.selectFirst("a:contains(your choices for Watford)").attr("href");
        var choices = browser.get(link);
        assertThat(choices.html().selectFirst("h1").text()).isEqualTo("Your choices for Watford");

        var wrong = browser.post(
                person.manage() + "/choices", Map.of("area", WATFORD, "frequency", "daily", "leastSeverity", "minor"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().text()).contains("Select at least one topic");

        var saved = browser.post(
                person.manage() + "/choices",
                Map.of(
                        "area",
                        WATFORD,
                        "frequency",
                        "daily",
                        "topics",
                        List.of("burglary", "drugs"),
                        "leastSeverity",
                        "minor"));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(browser.get(saved.location()).html().text())
                .contains("Your choices for Watford are saved.", "Burglary, Drugs, once a day", "Everything, at once");
    }

    @Test
    void choices_for_an_area_that_one_does_not_follow_lead_back_to_those_one_does() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        assertThat(browser.get(person.manage() + "/choices?area=" + WATFORD).location())
                .isEqualTo(person.manage());
        var sent = browser.post(
                person.manage() + "/choices",
                Map.of("area", WATFORD, "frequency", "daily", "topics", "drugs", "leastSeverity", "minor"));
        assertThat(sent.location()).isEqualTo(person.manage());
        assertThat(chosen()).isEqualTo("at-once, every topic, minor");
    }

    @Test
    void an_article_is_told_at_once_to_those_who_chose_so_for_one_of_its_topics_and_to_nobody_else() {
        var all = confirmed("all@example.org", STEVENAGE_NORTH);
        var burglary = confirmed("burglary@example.org", STEVENAGE_NORTH);
        var drugs = confirmed("drugs@example.org", STEVENAGE_NORTH);
        var weekly = confirmed("weekly@example.org", STEVENAGE_NORTH);
        var other = confirmed("other@example.org", STEVENAGE_NORTH);
        choose(burglary, STEVENAGE_NORTH, "at-once", "burglary");
        choose(drugs, STEVENAGE_NORTH, "at-once", "drugs");
        choose(weekly, STEVENAGE_NORTH, "weekly", "burglary");
        choose(other, STEVENAGE_NORTH, "at-once", "other-news");
        assertThat(all.manage()).isNotEmpty();

        publish("About burglary", "burglary", "road-safety");
        publish("About nothing in particular");
        publish("About a topic of tomorrow", "flying-cars");
        awaitQuiet();
        assertThat(MAIL.to("all@example.org")).hasSize(3);
        assertThat(MAIL.to("burglary@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("About burglary"));
        assertThat(MAIL.to("other@example.org")).hasSize(2);
        assertThat(MAIL.to("drugs@example.org")).isEmpty();
        assertThat(MAIL.to("weekly@example.org")).isEmpty();
    }

    @Test
    void the_api_takes_choices_and_refuses_those_that_there_are_not() {
        assertThat(browser.postJson("/api/v1/alerts/sign-ups", """
                {"address": "rosa.field@example.org", "area": "hertfordshire/stevenage", "frequency": "daily",
                 "topics": ["fraud"]}
                """).status()).isEqualTo(202);
        browser.post(awaitMail("rosa.field@example.org", 1).link("confirm"), Map.of());
        assertThat(chosen()).isEqualTo("daily, fraud, minor");
        var refused = browser.postJson("/api/v1/alerts/sign-ups", """
                {"address": "rosa.field@example.org", "area": "hertfordshire/stevenage", "topics": ["gossip"]}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("topics");
    }

    private void publish(String title, String... topics) {
        var id = UUID.randomUUID().toString();
        event(
                "news.article.published",
                id,
                1,
                article(id, title, clock.instant(), STEVENAGE_NORTH)
                        .replace(
                                "\"topics\": []",
                                "\"topics\": ["
                                        + (topics.length == 0 ? "" : "\"" + String.join("\", \"", topics) + "\"")
                                        + "]"));
    }

    private Answer signUpWith(Map<String, Object> choices) {
        var fields = new HashMap<String, Object>(choices);
        fields.put("address", "rosa.field@example.org");
        fields.put("area", STEVENAGE_NORTH);
        fields.put("website", "");
        fields.put(
                "opened",
                browser.get("/alerts/sign-up")
                        .html()
                        .selectFirst("input[name=opened]")
                        .val());
        return browser.post("/alerts/sign-up", fields);
    }

    private String chosen() {
        return jdbc.sql("""
                select frequency || ', ' || coalesce(array_to_string(topics, '+'), 'every topic') || ', ' || least_severity
                from subscription
                """).query(String.class).single();
    }
}
