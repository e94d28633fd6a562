package org.bluelamp.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bluelamp.alerts.AlertsTest;
import org.junit.jupiter.api.Test;

class SignUpTest extends AlertsTest {

    @Test
    void who_signs_up_gets_a_mail_and_follows_the_area_only_after_pressing_the_button_behind_its_link() {
        var answer = signUp("rosa.field@example.org", STEVENAGE_NORTH);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/alerts/sign-up/sent");
        assertThat(browser.get(answer.location()).html().text()).contains("Check your email");

        var mail = awaitMail("rosa.field@example.org", 1);
        assertThat(mail.subject()).isEqualTo("Confirm that you want alerts for Stevenage North");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        published("Told to nobody yet", STEVENAGE_NORTH);
        assertThat(statuses("pending", "sending", "sent")).isEqualTo(1);

        var page = browser.get(mail.link("confirm"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().text()).contains("Stevenage North");
        assertThat(subscriberStatus()).isEqualTo("pending");

        var confirmed = browser.post(mail.link("confirm"), Map.of());
        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(subscriberStatus()).isEqualTo("confirmed");
        assertThat(browser.get(confirmed.location()).html().text())
                .contains("Thank you.", "The areas you follow", "Stevenage North");
    }

    @Test
    void areas_of_another_force_are_not_offered() {
        area("essex", "force", "Essex", null);
        area("essex/harlow", "district", "Harlow", "essex");
        var offered =
                browser.get("/alerts/sign-up").html().select("select option").eachText();
        assertThat(offered).contains("Stevenage North").noneMatch(name -> name.contains("Harlow"));
    }

    @Test
    void opening_links_changes_nothing_however_often_and_by_whatever_method_a_scanner_does_it() {
        signUp("rosa.field@example.org", STEVENAGE_NORTH);
        var confirm = awaitMail("rosa.field@example.org", 1).link("confirm");
        scan(confirm);
        assertThat(subscriberStatus()).isEqualTo("pending");
        assertThat(openSubscriptions()).isZero();

        var manage = browser.post(confirm, Map.of()).location().replaceFirst("\\?.*", "");
        published("Something new", STEVENAGE_NORTH);
        var mail = awaitMail("rosa.field@example.org", 2);
        scan(mail.link("unsubscribe"), mail.link("manage"), manage);
        assertThat(subscriberStatus()).isEqualTo("confirmed");
        assertThat(openSubscriptions()).isEqualTo(1);
    }

    @Test
    void the_answer_is_the_same_whether_or_not_the_address_is_known_and_only_the_mail_tells() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var unknown = signUp("somebody.else@example.org", WATFORD);
        var known = signUp("Rosa.Field@EXAMPLE.org", WATFORD);
        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.location()).isEqualTo(unknown.location());
        assertThat(known.body()).isEqualTo(unknown.body());

        var mail = awaitMail("rosa.field@example.org", 1);
        assertThat(mail.subject()).isEqualTo("Confirm that you want alerts for Watford");
        assertThat(openSubscriptions()).isEqualTo(1);
        assertThat(browser.post(mail.link("confirm"), Map.of()).status()).isEqualTo(303);
        assertThat(openSubscriptions()).isEqualTo(2);

        signUp("rosa.field@example.org", WATFORD);
        assertThat(awaitMail("rosa.field@example.org", 2).subject()).isEqualTo("You already follow Watford");
        assertThat(openSubscriptions()).isEqualTo(2);
    }

    @Test
    void a_mailbox_gets_three_mails_a_day_though_its_address_is_sent_in_many_ways_at_the_same_time() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<?>>();
            for (var i = 0; i < 8; i++) {
                var address = "rosa+" + i + "@example.org";
                sent.add(threads.submit(() -> signUp(address, STEVENAGE)));
            }
            for (var one : sent) {
                one.get();
            }
        }
        assertThat(jdbc.sql("select count(*) from sign_up").query(Integer.class).single())
                .isEqualTo(3);
    }

    @Test
    void an_address_gets_three_mails_a_day_at_most_however_often_the_form_is_sent() {
        for (var i = 0; i < 6; i++) {
            assertThat(signUp("rosa.field@example.org", STEVENAGE).status()).isEqualTo(303);
        }
        assertThat(jdbc.sql("select count(*) from sign_up").query(Integer.class).single())
                .isEqualTo(3);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(3);

        clock.moveBy(Duration.ofDays(1).plusMinutes(1));
        signUp("rosa.field@example.org", STEVENAGE);
        awaitMail("rosa.field@example.org", 4);
    }

    @Test
    void who_never_answers_is_written_to_six_times_in_a_month() {
        for (var day = 0; day < 9; day++) {
            assertThat(signUp("rosa.field@example.org", STEVENAGE).status()).isEqualTo(303);
            clock.moveBy(Duration.ofDays(1).plusMinutes(1));
        }
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(6);

        clock.moveBy(Duration.ofDays(30));
        signUp("rosa.field@example.org", STEVENAGE);
        awaitMail("rosa.field@example.org", 7);
    }

    @Test
    void ways_of_writing_one_mailbox_share_its_mails_of_the_day() {
        signUp("rosa.field@example.org", STEVENAGE);
        signUp("rosa.field+one@example.org", STEVENAGE);
        signUp("rosafield@example.org", STEVENAGE);
        assertThat(signUp("ROSA.field+two@example.org", STEVENAGE).status()).isEqualTo(303);
        signUp("rosa.field@example.com", STEVENAGE);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(4);
        assertThat(MAIL.to("ROSA.field+two@example.org")).isEmpty();
    }

    @Test
    void mailboxes_that_are_thrown_away_are_refused_by_form_and_api_alike() {
        var answer = signUp("rosa@mailinator.com", STEVENAGE);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary a").text()).contains("a permanent email address");
        assertThat(signUp("rosa@a.mailinator.com", STEVENAGE).status()).isEqualTo(422);
        var refused = browser.postJson("/api/v1/alerts/sign-ups", """
                {"address": "rosa@mailinator.com", "area": "hertfordshire/stevenage"}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("thrown away");
        assertThat(signUp("rosa@refused.example", STEVENAGE).status())
                .as("added by configuration")
                .isEqualTo(422);
        assertThat(signUp("rosa@guerrillamail.com", STEVENAGE).status())
                .as("taken off by configuration")
                .isEqualTo(303);
    }

    @Test
    void a_confirmation_link_works_for_seven_days_and_then_says_so() {
        signUp("rosa.field@example.org", STEVENAGE);
        var link = awaitMail("rosa.field@example.org", 1).link("confirm");
        clock.moveBy(Duration.ofDays(7).plusSeconds(1));
        var answer = browser.post(link, Map.of());
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.html().text()).contains("This link no longer works", "We have not changed anything");
        assertThat(browser.get(link).status()).isEqualTo(410);
        assertThat(subscriberStatus()).isEqualTo("pending");
    }

    @Test
    void pressing_the_button_twice_is_the_same_as_once() {
        signUp("rosa.field@example.org", STEVENAGE);
        var link = awaitMail("rosa.field@example.org", 1).link("confirm");
        assertThat(browser.post(link, Map.of()).status()).isEqualTo(303);
        assertThat(browser.post(link, Map.of()).status()).isEqualTo(303);
        assertThat(openSubscriptions()).isEqualTo(1);
    }

    @Test
    void a_used_confirmation_link_does_not_bring_back_who_has_left() {
        signUp("rosa.field@example.org", STEVENAGE);
        var link = awaitMail("rosa.field@example.org", 1).link("confirm");
        var manage = browser.post(link, Map.of()).location().replaceFirst("\\?.*", "");
        browser.post(manage + "/stop-all", Map.of());
        var opened = browser.get(link);
        assertThat(opened.status()).isEqualTo(410);
        assertThat(opened.html().select("main a").eachText()).contains("Sign up again");
        assertThat(opened.html().text())
                .contains("This link no longer works")
                .doesNotContain("Confirm that you want to sign up");
        assertThat(browser.post(link, Map.of()).status()).isEqualTo(410);
        assertThat(subscriberStatus()).isEqualTo("ended");
    }

    @Test
    void a_used_confirmation_link_says_so_when_it_is_opened_and_leads_to_the_persons_own_page() {
        signUp("rosa.field@example.org", STEVENAGE_NORTH);
        var link = awaitMail("rosa.field@example.org", 1).link("confirm");
        var manage = browser.post(link, Map.of()).location().replaceFirst("\\?.*", "");
        var again = browser.get(link);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.html().text())
                .contains("You have already signed up", "policing in Stevenage North. There is nothing more to do.")
                .doesNotContain("Confirm that you want to sign up", "unless you confirm");
        assertThat(again.html().select("main form")).isEmpty();
        var own = again.html()
                .selectFirst("main a:contains(See the areas you follow)")
                .attr("href");
        assertThat(browser.get(own).html().text()).contains("The areas you follow", "Stevenage North");

        browser.post(manage + "/add", Map.of("area", WATFORD));
        browser.post(manage + "/stop", Map.of("area", STEVENAGE_NORTH));
        assertThat(browser.get(link).html().text())
                .contains("You have stopped the emails this link was for")
                .doesNotContain("Stevenage North");
        assertThat(openSubscriptions()).as("looking brings nothing back").isEqualTo(1);
    }

    @Test
    void who_has_left_can_sign_up_again_with_a_new_confirmation_and_the_old_subscription_stays_on_record() {
        var person = confirmed("rosa.field@example.org", STEVENAGE);
        browser.post(person.manage() + "/stop-all", Map.of());
        signUp("rosa.field@example.org", STEVENAGE);
        assertThat(subscriberStatus()).isEqualTo("pending");
        browser.post(awaitMail("rosa.field@example.org", 1).link("confirm"), Map.of());
        assertThat(subscriberStatus()).isEqualTo("confirmed");
        assertThat(openSubscriptions()).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select ended_reason || ' by ' || ended_source from subscription where ended_at is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("unsubscribed by manage-page");
    }

    @Test
    void the_consent_is_kept_with_its_wording_and_time() {
        confirmed("rosa.field@example.org", STEVENAGE);
        var proof = jdbc.sql("""
                select consent_wording.wording, sign_up.source,
                       sign_up.confirmed_at >= sign_up.requested_at as in_order
                from sign_up
                join consent_wording on consent_wording.id = sign_up.wording
                """).query().singleRow();
        assertThat(proof.get("wording")).asString().startsWith("I agree to get email");
        assertThat(proof).containsEntry("source", "page").containsEntry("in_order", true);
    }

    @Test
    void a_form_with_faults_comes_back_with_what_was_typed_and_what_to_do() {
        var answer = browser.post("/alerts/sign-up", Map.of("address", "rosa at home", "area", "nowhere"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary a").eachText())
                .containsExactly(
                        "Enter an email address in the correct format, like name@example.com",
                        "Select the area you want to follow");
        assertThat(answer.html().selectFirst("#address").val()).isEqualTo("rosa at home");
        assertThat(answer.html().title()).startsWith("Error: ");
    }

    @Test
    void the_area_of_the_page_one_comes_from_is_chosen_already() {
        var page = browser.get("/alerts/sign-up?area=" + TOWN_CENTRE).html();
        assertThat(page.select("option[selected]").eachText()).containsExactly("Town Centre");
        assertThat(page.selectFirst("option[selected]").parent().attr("label")).isEqualTo("Watford");
        assertThat(browser.get("/alerts/sign-up?area=%3Cb%3E").status()).isEqualTo(200);
    }

    @Test
    void a_program_that_fills_in_the_unseen_field_is_stopped_and_a_person_can_send_again() {
        var opened = browser.get("/alerts/sign-up")
                .html()
                .selectFirst("input[name=opened]")
                .val();
        var answer = browser.post(
                "/alerts/sign-up",
                Map.of(
                        "address",
                        "rosa.field@example.org",
                        "area",
                        STEVENAGE,
                        "opened",
                        opened,
                        "website",
                        "http://x"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().text()).contains("Please send it again");
        assertThat(answer.html().selectFirst("#website").val()).isEmpty();
        assertThat(jdbc.sql("select count(*) from subscriber")
                        .query(Integer.class)
                        .single())
                .isZero();
        var again = browser.post(
                "/alerts/sign-up",
                Map.of(
                        "address",
                        answer.html().selectFirst("#address").val(),
                        "area",
                        answer.html().selectFirst("option[selected]").val(),
                        "opened",
                        answer.html().selectFirst("input[name=opened]").val(),
                        "website",
                        ""));
        assertThat(again.status()).isEqualTo(303);
    }

    @Test
    void a_form_that_was_open_over_night_is_sent_like_any_other() {
        var opened = browser.get("/alerts/sign-up")
                .html()
                .selectFirst("input[name=opened]")
                .val();
        clock.moveBy(Duration.ofDays(2));
        var faulty = browser.post(
                "/alerts/sign-up", Map.of("address", "rosa", "area", STEVENAGE, "opened", opened, "website", ""));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.html().selectFirst("input[name=opened]").val())
                .as("a form with a fresh time")
                .isNotEqualTo(opened);
        var sent = browser.post(
                "/alerts/sign-up",
                Map.of("address", "rosa.field@example.org", "area", STEVENAGE, "opened", opened, "website", ""));
        assertThat(sent.status()).isEqualTo(303);
    }

    @Test
    void a_form_without_the_time_it_was_opened_is_doubted() {
        var answer = browser.post("/alerts/sign-up", Map.of("address", "rosa.field@example.org", "area", STEVENAGE));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(MAIL.all()).isEmpty();
    }

    @Test
    void the_api_follows_the_same_rules_and_tells_faults_by_field() {
        var accepted = browser.postJson("/api/v1/alerts/sign-ups", """
                {"address": "rosa.field@example.org", "area": "hertfordshire/stevenage"}
                """);
        assertThat(accepted.status()).isEqualTo(202);
        awaitMail("rosa.field@example.org", 1);

        var refused = browser.postJson("/api/v1/alerts/sign-ups", """
                {"address": "rosa", "area": "Atlantis"}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body())
                .contains("\"field\":\"address\"", "\"field\":\"area\"")
                .doesNotContain("rosa");
    }

    private void scan(String... links) {
        for (var link : links) {
            for (var method : List.of("GET", "HEAD", "GET", "OPTIONS", "GET")) {
                var answer = browser.ask(method, link);
                if (!method.equals("OPTIONS")) {
                    assertThat(answer.status()).isEqualTo(200);
                }
            }
        }
    }

    private String subscriberStatus() {
        return jdbc.sql("select status from subscriber").query(String.class).single();
    }

    private int openSubscriptions() {
        return jdbc.sql("select count(*) from subscription where ended_at is null")
                .query(Integer.class)
                .single();
    }
}
