package org.bluelamp.alerts.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.alert.AlertId;
import org.bluelamp.alerts.alert.AlertStory;
import org.bluelamp.alerts.notify.NotifyStub;
import org.bluelamp.alerts.notify.NotifyStub.Mood;
import org.bluelamp.alerts.notify.NotifyStub.Taken;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A force that sends text messages by GOV.UK Notify, from the page where somebody asks for them to their phone. */
class TextsTest extends AlertStory {

    private static final NotifyStub NOTIFY = new NotifyStub();
    private static final String ROSA = "rosa.field@example.org";
    private static final String NUMBER = "07700 900123";
    private static final String DIALLED = "+447700900123";

    @DynamicPropertySource
    static void notify(DynamicPropertyRegistry registry) {
        registry.add("NOTIFY_URL", NOTIFY::url);
        registry.add("NOTIFY_KEY", () -> NotifyStub.KEY);
        registry.add("NOTIFY_TEXT_TEMPLATE", () -> "f33517ff-2a88-4f6e-b855-c550268ce08a");
        registry.add("bluelamp.alerts.notify.patience", () -> "500ms");
    }

    @AfterEach
    void calm() {
        NOTIFY.reset();
    }

    @Test
    void who_gave_back_the_code_that_was_sent_to_their_phone_gets_a_text_about_what_is_happening_now() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        assertThat(browser.get(person.manage()).html().text()).contains("Get texts about what is happening now");
        texted(person, NUMBER);
        var page = browser.get(person.manage() + "/texts").html().text();
        assertThat(page)
                .contains("You confirmed your number")
                .contains("at any time")
                .doesNotContain("900123");

        var alert = issued(content());
        var text = awaitTexts(1).getFirst();
        assertThat(text.to()).isEqualTo(DIALLED);
        assertThat(text.text())
                .contains("Gas leak in Bedwell Crescent. Leave now.")
                .endsWith("/alerts/" + alert.reference());
        assertThat(new TextMessage(text.text()).parts()).isLessThanOrEqualTo(2);
        assertThat(awaitMail(ROSA, 1).subject()).isEqualTo("Gas leak in Bedwell Crescent");
        awaitQuiet();

        var updated = desk.update(COUNTY, alert.id(), alert.version(), headed("Leak found", content()));
        assertThat(awaitTexts(2).getLast().text()).contains("Update. Leak found.");
        awaitQuiet();
        desk.cancel(COUNTY, alert.id(), updated.version(), "A false alarm");
        assertThat(awaitTexts(3).getLast().text()).contains("called back");
    }

    @Test
    void texts_are_kept_for_what_is_urgent() {
        texted(confirmed(ROSA, STEVENAGE_NORTH), NUMBER);
        issued(later(content()));
        awaitMail(ROSA, 1);
        awaitQuiet();
        assertThat(NOTIFY.taken()).isEmpty();
    }

    @Test
    void an_update_that_makes_an_alert_urgent_is_texted_to_those_who_got_it() {
        texted(confirmed(ROSA, STEVENAGE_NORTH), NUMBER);
        var alert = issued(later(content()));
        awaitMail(ROSA, 1);
        awaitQuiet();
        desk.update(COUNTY, alert.id(), alert.version(), headed("Leave now", content()));
        assertThat(awaitTexts(1).getFirst().text()).contains("Update. Leave now.");
        awaitMail(ROSA, 2);
    }

    @Test
    void what_comes_outside_somebodys_hours_waits_until_they_begin() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        texted(person, NUMBER);
        // In the night before a day without a change of the clocks.
        clock.moveBy(Duration.between(clock.instant(), at(LocalTime.of(3, 0)).toInstant()));
        assertThat(times(person, "hours", 8, 22).status()).isEqualTo(303);
        issued(content());
        awaitMail(ROSA, 1);
        await().until(() -> waiting() == 1);
        await().untilAsserted(() -> assertThat(secondsUntilDue()).isBetween(4.9 * 3600, 5.1 * 3600));
        assertThat(NOTIFY.taken()).isEmpty();
        assertThat(jdbc.sql("select attempts from delivery where channel = 'sms' and status = 'pending'")
                        .query(Integer.class)
                        .single())
                .as("to wait is no attempt")
                .isZero();

        assertThat(times(person, "hours", 22, 6).status()).as("over midnight").isEqualTo(303);
        issued(headed("At night", content()));
        assertThat(awaitTexts(1).getFirst().text()).contains("At night");
    }

    @Test
    void what_is_tried_again_outside_somebodys_hours_waits_too() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        texted(person, NUMBER);
        clock.moveBy(Duration.between(clock.instant(), at(LocalTime.of(21, 45)).toInstant()));
        assertThat(times(person, "hours", 8, 22).status()).isEqualTo(303);
        NOTIFY.is(Mood.BROKEN);
        issued(content());
        await().until(() -> tried() > 0);
        clock.moveBy(Duration.ofMinutes(20));
        NOTIFY.is(Mood.TAKES);
        await().until(() -> secondsUntilDue() > 3600);
        assertThat(NOTIFY.taken()).isEmpty();
    }

    @Test
    void who_wants_no_texts_for_now_gets_none_and_keeps_the_number() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        texted(person, NUMBER);
        assertThat(times(person, "never", 8, 22).status()).isEqualTo(303);
        issued(content());
        awaitMail(ROSA, 1);
        awaitQuiet();
        assertThat(NOTIFY.taken()).isEmpty();
        assertThat(browser.get(person.manage() + "/texts").html().text()).contains("We text you never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01438 496000", "rosa", "+1 202 555 0123"})
    void what_is_not_the_number_of_a_mobile_is_told_and_kept_in_its_field(String typed) {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        var answer = browser.post(person.manage() + "/texts/number", Map.of("number", typed));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().selectFirst(".govuk-error-summary").text()).contains("UK mobile");
        assertThat(answer.html().selectFirst("input[name=number]").val()).isEqualTo(typed);
        assertThat(NOTIFY.taken()).isEmpty();
    }

    @Test
    void choices_that_make_no_sense_are_told_at_their_fields() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        texted(person, NUMBER);
        for (var answer : List.of(
                times(person, "sometimes", 8, 22), times(person, "hours", 8, 8), times(person, "hours", 24, 8))) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.html().selectFirst(".govuk-error-summary")).isNotNull();
        }
    }

    @Test
    void a_code_is_good_for_half_an_hour_and_five_tries_and_nobody_sends_more_than_three_a_day() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        ask(person, NUMBER);
        var code = code(1);
        for (var n = 0; n < 4; n++) {
            assertThat(give(person, "000000".equals(code) ? "111111" : "000000").status())
                    .isEqualTo(422);
        }
        assertThat(give(person, "12").location()).endsWith("done=code-over");
        assertThat(give(person, code).location()).as("the right one, too late").endsWith("done=code-over");

        ask(person, NUMBER);
        var second = code(2);
        clock.moveBy(Duration.ofMinutes(31));
        assertThat(give(person, second).location()).endsWith("done=code-over");

        ask(person, NUMBER);
        code(3);
        var refused = browser.post(person.manage() + "/texts/number", Map.of("number", NUMBER));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().text()).contains("We can send up to 3 codes a day");

        browser.post(person.manage() + "/texts/stop", Map.of());
        assertThat(browser.post(person.manage() + "/texts/number", Map.of("number", NUMBER))
                        .status())
                .as("taking the number away does not give three more")
                .isEqualTo(422);

        var other = confirmed("olga@example.org", STEVENAGE_NORTH);
        assertThat(browser.post(other.manage() + "/texts/number", Map.of("number", "+44 7700 900 123"))
                        .status())
                .as("somebody else cannot have the same phone sent more")
                .isEqualTo(422);
    }

    @Test
    void a_number_belongs_to_whoever_confirmed_it_last() {
        var before = confirmed(ROSA, STEVENAGE_NORTH);
        texted(before, NUMBER);
        var after = confirmed("olga@example.org", STEVENAGE_NORTH);
        texted(after, NUMBER);
        issued(content());
        awaitMail(ROSA, 1);
        awaitMail("olga@example.org", 1);
        awaitQuiet();
        assertThat(NOTIFY.taken()).hasSize(1);
        assertThat(browser.get(before.manage() + "/texts").html().text()).contains("Add your number");
    }

    @Test
    void a_number_that_notify_refuses_gets_no_more_texts_and_the_emails_go_on() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        texted(person, NUMBER);
        NOTIFY.is(Mood.BAD_ADDRESS);
        issued(content());
        awaitMail(ROSA, 1);
        awaitQuiet();
        NOTIFY.is(Mood.TAKES);
        issued(headed("Another", content()));
        awaitMail(ROSA, 2);
        awaitQuiet();
        assertThat(NOTIFY.taken()).isEmpty();
        assertThat(browser.get(person.manage() + "/texts").html().text())
                .contains("Texts to your number have been returned");
        texted(person, NUMBER);
        issued(headed("A third", content()));
        awaitTexts(1);
    }

    @Test
    void a_text_that_came_back_for_good_ends_the_texts_alone() {
        texted(confirmed(ROSA, STEVENAGE_NORTH), NUMBER);
        issued(content());
        var reference = awaitTexts(1).getFirst().reference();
        awaitQuiet();
        assertThat(callback(
                                "receipts",
                                "{\"reference\": \"%s\", \"status\": \"permanent-failure\"}".formatted(reference))
                        .status())
                .isEqualTo(204);
        issued(headed("Another", content()));
        awaitMail(ROSA, 2);
        awaitQuiet();
        assertThat(NOTIFY.taken()).hasSize(1);
    }

    @Test
    void a_code_that_came_back_from_a_mistyped_number_leaves_the_number_that_was_confirmed_before() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        texted(person, NUMBER);
        ask(person, "07700 900199");
        var reference = awaitTexts(1).getFirst().reference();
        awaitQuiet();
        callback("receipts", "{\"reference\": \"%s\", \"status\": \"permanent-failure\"}".formatted(reference));
        issued(content());
        assertThat(awaitTexts(2).getLast().to()).isEqualTo(DIALLED);
    }

    @Test
    void what_notify_says_before_we_have_its_answer_counts() {
        texted(confirmed(ROSA, STEVENAGE_NORTH), NUMBER);
        issued(content());
        var reference = awaitTexts(1).getFirst().reference();
        awaitQuiet();
        jdbc.sql("""
                update delivery
                set status = 'sending', claim = gen_random_uuid(), leased_until = now() + interval '1 hour',
                    finished_at = null
                where channel = 'sms' and item_kind = 'alert'
                """).update();
        callback("receipts", "{\"reference\": \"%s\", \"status\": \"temporary-failure\"}".formatted(reference));
        assertThat(jdbc.sql("select status from delivery where channel = 'sms' and item_kind = 'alert'")
                        .query(String.class)
                        .single())
                .isEqualTo("failed_for_good");
    }

    @Test
    void who_answers_stop_gets_no_more_texts_and_their_number_is_deleted() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        texted(person, NUMBER);
        assertThat(inbound("447700900123", "thank you").status()).isEqualTo(204);
        assertThat(inbound("447700900999", "STOP").status()).isEqualTo(204);
        assertThat(rows("mobile")).isEqualTo(1);
        assertThat(browser.postJson("/api/v1/alerts/callbacks/notify/texts", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(inbound("447700900123", " Stop. Now").status()).isEqualTo(204);
        assertThat(rows("mobile")).isZero();
        issued(content());
        awaitMail(ROSA, 1);
        awaitQuiet();
        assertThat(NOTIFY.taken()).isEmpty();
    }

    @Test
    void a_number_is_deleted_at_once_when_its_owner_says_so_or_leaves_and_the_export_tells_of_it_without_it() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        texted(person, NUMBER);
        assertThat(browser.get(person.manage() + "/data.json").body())
                .contains("\"texts\":{")
                .doesNotContain("900123");
        assertThat(browser.get(person.manage() + "/data").html().text()).contains("You confirmed a mobile number");
        browser.post(person.manage() + "/texts/stop", Map.of());
        assertThat(rows("mobile")).isZero();

        texted(person, NUMBER);
        browser.post(person.manage() + "/stop-all", Map.of());
        assertThat(rows("mobile")).isZero();
        assertThat(jdbc.sql("select count(*) from mobile_code where number <> '' or code <> ''")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void while_notify_hangs_emails_go_out_and_the_texts_arrive_once_when_it_is_back() {
        texted(confirmed(ROSA, STEVENAGE_NORTH), NUMBER);
        NOTIFY.is(Mood.TAKES_SILENTLY);
        issued(content());
        awaitMail(ROSA, 1);
        awaitTexts(1);
        NOTIFY.is(Mood.TAKES);
        awaitQuiet();
        assertThat(NOTIFY.taken()).as("Notify had it already").hasSize(1);
        assertThat(jdbc.sql("select count(*) from delivery where item_kind = 'alert' and status = 'sent'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void staff_see_how_many_would_get_a_text_and_what_it_says() {
        for (var n = 0; n < 6; n++) {
            var person = confirmed("p" + n + "@example.org", STEVENAGE_NORTH);
            texted(person, "0770090012" + n);
        }
        assertThat(desk.estimate(content()).texts()).isEqualTo(6);
        assertThat(desk.estimate(later(content())).texts()).isZero();
        var draft = desk.write(COUNTY, AlertId.next(), content());
        var officer = browser.as(OLIVE);
        assertThat(officer.get("/staff/alerts/" + draft.id().value()).html().text())
                .contains("Of these also by text message 6");
        assertThat(officer.get("/staff/alerts/" + draft.id().value() + "/email")
                        .html()
                        .text())
                .contains("Text message")
                .contains("Gas leak in Bedwell Crescent. Leave now.")
                .contains("as one part");
    }

    @Test
    void no_log_or_table_holds_the_number() {
        var person = confirmed(ROSA, STEVENAGE_NORTH);
        texted(person, NUMBER);
        assertThat(jdbc.sql(
                                "select mobile::text || coalesce(string_agg(mobile_code::text, ''), '') from mobile, mobile_code group by mobile")
                        .query(String.class)
                        .single())
                .doesNotContain("7700900123")
                .doesNotContain(hex("7700900123"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds a number as a person does, and leaves the phone without the code. */
    private void texted(Confirmed person, String number) {
        var before = NOTIFY.taken().size();
        ask(person, number);
        assertThat(give(person, code(before + 1)).location()).endsWith("done=confirmed");
        awaitQuiet();
        NOTIFY.reset();
    }

    private void ask(Confirmed person, String number) {
        var answer = browser.post(person.manage() + "/texts/number", Map.of("number", number));
        assertThat(answer.status()).isEqualTo(303);
    }

    private String code(int count) {
        return awaitTexts(count).getLast().text().substring(0, 6);
    }

    private Answer give(Confirmed person, String code) {
        return browser.post(person.manage() + "/texts/code", Map.of("code", code));
    }

    private Answer times(Confirmed person, String texts, int from, int until) {
        return browser.post(
                person.manage() + "/texts/times",
                Map.of("texts", texts, "from", String.valueOf(from), "until", String.valueOf(until)));
    }

    private static List<Taken> awaitTexts(int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(NOTIFY.taken()).hasSize(count));
        return NOTIFY.taken();
    }

    private Answer inbound(String from, String message) {
        return callback("texts", """
                {"id": "%s", "source_number": "%s", "destination_number": "447700900001", "message": "%s",
                 "date_received": "2026-05-14T12:15:30.000000Z"}
                """.formatted(UUID.randomUUID(), from, message));
    }

    private Answer callback(String path, String body) {
        return browser.with("Callback-Authorization", "Bearer " + NOTIFY_CALLBACK_KEY)
                .postJson("/api/v1/alerts/callbacks/notify/" + path, body);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from delivery where channel = 'sms' and status = 'pending'")
                .query(Integer.class)
                .single();
    }

    private int tried() {
        return jdbc.sql("select max(attempts) from delivery where channel = 'sms' and item_kind = 'alert'")
                .query(Integer.class)
                .single();
    }

    private double secondsUntilDue() {
        return jdbc.sql(
                        "select extract(epoch from due_at - now()) from delivery where channel = 'sms' and finished_at is null")
                .query(Double.class)
                .single();
    }

    /** A time of the next day that has it, in London. */
    private ZonedDateTime at(LocalTime time) {
        LocalDate tomorrow = LondonTime.date(clock.instant()).plusDays(1);
        return tomorrow.atTime(time).atZone(LondonTime.ZONE);
    }
}
