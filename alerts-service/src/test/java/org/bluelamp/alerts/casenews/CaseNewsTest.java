package org.bluelamp.alerts.casenews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.alerts.MailBoxes;
import org.bluelamp.alerts.link.CaseLink;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.alerts.subscription.Leaving;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class CaseNewsTest extends AlertsTest {

    private static final String ROSA = "rosa.field@example.org";
    private static final CaseLink LINK = new CaseLink("A".repeat(43));
    private static final CaseLink OTHER = new CaseLink("B".repeat(43));

    @Autowired
    private List<Expiring> all;

    @Autowired
    private Leaving leaving;

    @Test
    void a_resident_who_confirmed_gets_one_mail_per_move_that_leads_to_her_own_page_and_says_nothing_of_it() {
        assertThat(form(LINK)).contains("emails do not say what you told us", "I agree to get an email");
        assertThat(ask(ROSA, LINK)).isEqualTo("/alerts/case-news/sent");
        MailBoxes.Received asking = awaitMail(ROSA, 1);
        assertThat(asking.subject()).isEqualTo("Confirm that you want emails about what you told us");
        assertThat(asking.text()).as("a wrong address gives nobody the link").doesNotContain(LINK.token());
        String confirm = asking.link("confirm");
        // A scanner that opens the link confirms nothing.
        assertThat(browser.get(confirm).html().text()).contains("Yes, send me these emails");
        UUID answer = moved("answered", LINK);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);

        assertThat(browser.post(confirm, Map.of()).html().select("a[href=" + LINK.path() + "]"))
                .hasSize(1);
        MailBoxes.Received told = awaitMail(ROSA, 2);
        assertThat(told.subject()).isEqualTo("There is an answer to what you told us");
        assertThat(told.text()).contains("http://localhost:8080" + LINK.path());
        moved(answer, "answered", clock.instant(), LINK);
        assertThat(browser.get(confirm).html().text())
                .as("a link that was used asks nothing again")
                .contains("You will get an email when something happens")
                .doesNotContain("Yes, send me these emails");
        assertThat(browser.post(confirm, Map.of()).status()).isEqualTo(200);
        moved("priority-completed", LINK, OTHER);
        assertThat(awaitMail(ROSA, 3).subject()).isEqualTo("You said, we did: a priority is completed");
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(3);
    }

    @Test
    void one_click_ends_the_mails_at_once_and_erases_the_link_and_who_gets_no_other_mail_is_no_subscriber() {
        wants(ROSA, LINK);
        moved("answered", LINK);
        MailBoxes.Received told = awaitMail(ROSA, 1);
        String stop = told.link("unsubscribe");
        assertThat(told.header("List-Unsubscribe")).isEqualTo("<http://localhost:8080" + stop + ">");
        assertThat(told.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(browser.get(stop).html().text()).contains("not get any more emails about this");
        moved("late", OTHER);
        assertThat(browser.post(stop, Map.of("List-Unsubscribe", "One-Click")).status())
                .isEqualTo(200);
        assertThat(browser.post(stop, Map.of()).html().text()).contains("You will not get any more emails about this");
        moved("closed", LINK);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
        assertThat(number("case_news where link is not null or topic_hash is not null"))
                .isZero();
        assertThat(number("subscriber where status = 'ended' and ended_source = 'one-click'"))
                .isEqualTo(1);
    }

    @Test
    void who_follows_an_area_as_well_goes_on_following_it_and_all_emails_stopped_is_all() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        wants(ROSA, LINK);
        wants(ROSA, OTHER);
        moved("answered", LINK);
        browser.post(awaitMail(ROSA, 1).link("unsubscribe"), Map.of());
        MAIL.empty();
        published("News", STEVENAGE_NORTH);
        MailBoxes.Received article = awaitMail(ROSA, 1);
        browser.post(person.manage() + "/stop", Map.of("area", STEVENAGE_NORTH));
        moved("answered", OTHER);
        assertThat(awaitMail(ROSA, 2).subject()).isEqualTo("There is an answer to what you told us");
        assertThat(browser.get(person.manage() + "/data").html().text())
                .contains("Emails about what you told your team", "Something you told your team");
        assertThat(browser.get(person.manage() + "/data.json").body())
                .contains("\"caseNews\":[{\"asked\":")
                .doesNotContain(OTHER.token());
        browser.post(article.link("unsubscribe"), Map.of());
        moved("closed", OTHER);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(2);
        assertThat(number("case_news where ended_at is null")).isZero();
    }

    @Test
    void that_an_answer_is_late_is_not_told_once_there_is_other_news_whatever_the_order_of_events() {
        wants(ROSA, LINK);
        Instant now = clock.instant();
        moved(UUID.randomUUID(), "answered", now, LINK);
        moved(UUID.randomUUID(), "late", now.minusSeconds(60), LINK);
        moved(UUID.randomUUID(), "something-of-a-later-version", now.minusSeconds(30), LINK);
        awaitQuiet();
        assertThat(MAIL.to(ROSA))
                .extracting(MailBoxes.Received::subject)
                .containsExactlyInAnyOrder(
                        "There is an answer to what you told us", "There is news about what you told us");
    }

    @Test
    void on_confirming_the_latest_that_happened_is_told_in_whatever_order_it_was_heard() {
        ask(ROSA, LINK);
        String confirm = awaitMail(ROSA, 1).link("confirm");
        Instant now = clock.instant();
        moved(UUID.randomUUID(), "priority-set", now, LINK);
        moved(UUID.randomUUID(), "answered", now.minusSeconds(60), LINK);
        browser.post(confirm, Map.of());
        assertThat(awaitMail(ROSA, 2).subject()).contains("priority");
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(2);
    }

    @Test
    void events_about_the_same_that_arrive_at_once_are_one_mail() throws Exception {
        wants(ROSA, LINK);
        UUID id = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> all = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                all.add(() -> {
                    moved(id, "answered", clock.instant(), LINK);
                    return null;
                });
            }
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
        }
        awaitMail(ROSA, 1);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
    }

    @Test
    void a_form_with_a_mistake_comes_back_with_what_was_typed_and_one_without_a_link_of_ours_opens_nothing() {
        var wrong = browser.post("/alerts/case-news/ask", Map.of("link", LINK.token(), "address", "rosa at home"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.header("Cache-Control")).contains("no-store");
        assertThat(wrong.html().select("input[name=address]").val()).isEqualTo("rosa at home");
        assertThat(wrong.html().select("input[name=link]").val()).isEqualTo(LINK.token());
        assertThat(wrong.html().select(".govuk-error-summary").text()).contains("in the correct format");
        assertThat(browser.post("/alerts/case-news", Map.of("link", "short")).status())
                .isEqualTo(404);
        assertThat(browser.get("/alerts/case-news").location()).isEqualTo("/have-your-say");
        assertThat(number("subscriber")).isZero();
    }

    @Test
    void asking_again_and_again_sends_a_stranger_three_mails_a_day_and_nothing_else() {
        for (int n = 0; n < 6; n++) {
            ask("stran.ger+" + n + "@gmail.com", new CaseLink("C".repeat(42) + n));
        }
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(3);
        moved("answered", new CaseLink("C".repeat(42) + "0"));
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(3);
    }

    @Test
    void what_nobody_answers_is_sent_six_times_in_a_month_and_three_times_a_day_by_both_forms_together() {
        signUp(ROSA, STEVENAGE_NORTH);
        ask(ROSA, LINK);
        signUp(ROSA, STEVENAGE_SOUTH);
        ask(ROSA, OTHER);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(3);
        for (int day = 1; day < 7; day++) {
            clock.moveBy(Duration.ofDays(1).plusMinutes(1));
            ask(ROSA, LINK);
        }
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(6);
        signUp(ROSA, STEVENAGE_NORTH);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(6);
        clock.moveBy(Duration.ofDays(31));
        ask(ROSA, LINK);
        awaitMail(ROSA, 7);
    }

    @Test
    void who_complained_is_asked_by_neither_form_and_the_complaint_stands_until_they_confirm_something_themselves() {
        confirmed(ROSA, STEVENAGE_NORTH);
        clock.moveBy(Duration.ofDays(40));
        signUp(ROSA, TOWN_CENTRE);
        String confirm = awaitMail(ROSA, 1).link("confirm");
        var rosa = jdbc.sql("select id from subscriber").query(UUID.class).single();
        leaving.all(rosa, Ending.COMPLAINED);
        ask(ROSA, LINK);
        signUp(ROSA, STEVENAGE_NORTH);
        ask("rosa.field+more@example.org", LINK);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
        assertThat(number("subscriber where ended_reason = 'complained'")).isEqualTo(1);
        assertThat(browser.post(confirm, Map.of()).status()).isEqualTo(303);
        assertThat(number("subscriber where status = 'confirmed' and ended_at is null"))
                .isEqualTo(1);
        ask(ROSA, LINK);
        awaitMail(ROSA, 2);
    }

    @Test
    void a_complaint_of_who_followed_for_longer_than_a_month_counts_as_well() {
        follow(ROSA, STEVENAGE_NORTH);
        jdbc.sql("update sign_up set requested_at = requested_at - interval '60 days'")
                .update();
        leaving.all(jdbc.sql("select id from subscriber").query(UUID.class).single(), Ending.COMPLAINED);
        signUp(ROSA, STEVENAGE_NORTH);
        ask(ROSA, LINK);
        awaitQuiet();
        assertThat(MAIL.all()).isEmpty();
    }

    @Test
    void who_stops_the_last_area_keeps_no_number_no_browser_and_no_scheme_though_news_of_a_case_goes_on() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        wants(ROSA, LINK);
        jdbc.sql("""
                insert into mobile (subscriber_id, number, number_hash, hash_key, confirmed_at)
                select id, '1', '1', '1', now() from subscriber
                """).update();
        jdbc.sql("""
                insert into push_device (id, subscriber_id, device, endpoint_hash, hash_key, added_at)
                select gen_random_uuid(), id, '1', '1', '1', now() from subscriber
                """).update();
        jdbc.sql("""
                with scheme as (
                    insert into scheme (name, kind, area, state, founded_by, asked_at, decided_at)
                    select 'Bedwell', 'neighbourhood', 'x', 'open', id, now(), now() from subscriber
                    returning id, founded_by
                )
                insert into scheme_member (scheme_id, subscriber_id, coordinator, joined_at)
                select id, founded_by, true, now() from scheme
                """).update();
        browser.post(person.manage() + "/stop", Map.of("area", STEVENAGE_NORTH));
        assertThat(number("mobile")).isZero();
        assertThat(number("push_device")).isZero();
        assertThat(number("scheme_member")).isZero();
        assertThat(number("subscriber where status = 'confirmed'")).isEqualTo(1);
        moved("answered", LINK);
        browser.post(awaitMail(ROSA, 1).link("unsubscribe"), Map.of());
        assertThat(number("subscriber where status = 'ended'")).isEqualTo(1);
    }

    @Test
    void what_its_owner_confirms_while_it_is_found_unconfirmed_for_too_long_goes_on() throws Exception {
        ask(ROSA, LINK);
        awaitMail(ROSA, 1);
        Instant then = clock.instant().plus(Duration.ofDays(8));
        try (var threads = Executors.newSingleThreadExecutor()) {
            var tidying = transactions.execute(status -> {
                jdbc.sql("select id from subscriber for update").query().singleValue();
                var started = threads.submit(() -> expire(then));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> number("pg_stat_activity where wait_event_type = 'Lock'") > 0);
                jdbc.sql("update case_news set confirmed_at = asked_at").update();
                jdbc.sql("update subscriber set status = 'confirmed', confirmed_at = now()")
                        .update();
                return started;
            });
            tidying.get();
        }
        assertThat(number("case_news where ended_at is null and confirmed_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void what_was_asked_and_not_confirmed_makes_nobody_a_subscriber_and_can_be_confirmed_nevertheless() {
        wants(ROSA, LINK);
        ask(ROSA, OTHER);
        String confirm = awaitMail(ROSA, 1).link("confirm");
        moved("answered", LINK);
        browser.post(awaitMail(ROSA, 2).link("unsubscribe"), Map.of());
        assertThat(number("subscriber where status = 'ended' and ended_source = 'unsubscribe-page'"))
                .isEqualTo(1);
        expire(clock.instant().plus(Duration.ofDays(6)));
        assertThat(browser.post(confirm, Map.of()).status()).isEqualTo(200);
        moved("answered", OTHER);
        awaitMail(ROSA, 3);
    }

    @Test
    void an_address_that_was_entered_for_news_alone_is_kept_as_long_as_one_that_was_entered_for_an_area() {
        confirmed(ROSA, STEVENAGE_NORTH);
        leaving.all(jdbc.sql("select id from subscriber").query(UUID.class).single(), Ending.MANAGE_PAGE);
        jdbc.sql("update subscriber set created_at = created_at - interval '1 year'")
                .update();
        jdbc.sql("update sign_up set requested_at = requested_at - interval '1 year'")
                .update();
        ask(ROSA, LINK);
        expire(clock.instant().plus(Duration.ofDays(27)));
        assertThat(number("subscriber where address is not null")).isEqualTo(1);
        expire(clock.instant().plus(Duration.ofDays(29)));
        assertThat(number("subscriber where address is not null")).isZero();
    }

    @Test
    void a_dump_holds_no_readable_address_no_link_and_nothing_that_is_in_the_events() {
        wants(ROSA, LINK);
        UUID id = moved("answered", LINK);
        awaitMail(ROSA, 1);
        awaitQuiet();
        for (String table : jdbc.sql("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name)
                from information_schema.tables
                where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                """).query(String.class).list()) {
            String rows = String.join(
                    "\n",
                    jdbc.sql("select coalesce(t::text, '') from " + table + " t")
                            .query(String.class)
                            .list());
            assertThat(rows)
                    .as(table)
                    .doesNotContainIgnoringCase("rosa.field")
                    .doesNotContain(LINK.token(), LINK.topic(), id.toString());
        }
    }

    @Test
    void the_link_is_erased_half_a_year_after_the_last_news_and_what_nobody_confirmed_after_a_week() {
        wants(ROSA, LINK);
        ask("nobody@example.org", OTHER);
        awaitMail("nobody@example.org", 1);
        Instant now = clock.instant();
        expire(now.plus(Duration.ofDays(6)));
        assertThat(number("case_news where ended_at is null")).isEqualTo(2);
        expire(now.plus(Duration.ofDays(8)));
        assertThat(number("case_news where ended_at is null")).isEqualTo(1);
        moved(UUID.randomUUID(), "answered", now.plus(Duration.ofDays(100)), LINK);
        assertThat(number("case_news where ended_at is null")).isEqualTo(1);
        expire(now.plus(Duration.ofDays(200)));
        assertThat(number("case_news where ended_at is null")).isEqualTo(1);
        expire(now.plus(Duration.ofDays(281)));
        assertThat(number("case_news where link is not null")).isZero();
        expire(now.plus(Duration.ofDays(1000)));
        assertThat(number("case_news")).isZero();
    }

    @Test
    void a_topic_is_that_of_the_contract() {
        assertThat(LINK.topic()).isEqualTo("3bb13117faddde1f65edf0f1dd385c060e51f410f0f988e9a222ed1c71c7fc0a");
        assertThat(CaseLink.parse("A".repeat(42) + "!")).isEmpty();
        assertThat(LINK.toString()).doesNotContain("AAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answered",
                "closed",
                "late",
                "handed-over",
                "handed-to-council",
                "priority-set",
                "priority-progressed",
                "priority-completed",
                "priority-replaced",
                "priority-withdrawn"
            })
    void every_move_has_words_of_its_own(String move) {
        wants(ROSA, LINK);
        moved(move, LINK);
        assertThat(awaitMail(ROSA, 1).subject()).isNotEqualTo("There is news about what you told us");
    }

    private String form(CaseLink link) {
        return browser.post("/alerts/case-news", Map.of("link", link.token()))
                .html()
                .text();
    }

    private String ask(String address, CaseLink link) {
        String opened = browser.post("/alerts/case-news", Map.of("link", link.token()))
                .html()
                .select("input[name=opened]")
                .val();
        return browser.post(
                        "/alerts/case-news/ask",
                        Map.of("link", link.token(), "address", address, "opened", opened, "website", ""))
                .location();
    }

    private void wants(String address, CaseLink link) {
        int before = MAIL.to(address).size();
        ask(address, link);
        assertThat(browser.post(awaitMail(address, before + 1).link("confirm"), Map.of())
                        .status())
                .isEqualTo(200);
        MAIL.empty();
    }

    private void expire(Instant now) {
        all.forEach(one -> one.deleteExpired(now, 100));
    }

    private UUID moved(String move, CaseLink... links) {
        UUID id = UUID.randomUUID();
        moved(id, move, clock.instant(), links);
        return id;
    }

    private void moved(UUID id, String move, Instant at, CaseLink... links) {
        List<String> topics = new ArrayList<>();
        for (CaseLink link : links) {
            topics.add('"' + link.topic() + '"');
        }
        String data = """
                {"id": "%s", "move": "%s", "area": "%s", "at": "%s", "topics": [%s]}""".formatted(id, move, STEVENAGE_NORTH, at, String.join(", ", topics));
        Contracts.validate(CaseMoved.TYPE, data);
        event(CaseMoved.TYPE, id.toString(), 1, data);
    }

    private int number(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
