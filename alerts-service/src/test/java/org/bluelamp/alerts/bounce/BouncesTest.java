package org.bluelamp.alerts.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;

/** Emails that come back, and people who complain of them. */
class BouncesTest extends AlertsTest {

    @Test
    void an_email_that_came_back_stops_all_others_until_the_owner_of_the_address_confirms_anew() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        browser.post(person.manage() + "/add", Map.of("area", WATFORD));
        published("It came back", STEVENAGE_NORTH);
        var report = report(awaitMail("rosa.field@example.org", 1).header("Message-ID"), "bounce", true);
        awaitQuiet();
        assertThat(send(report).body()).isEqualTo("{\"applied\":1}");
        assertThat(send(report).status()).isEqualTo(200);

        published("Not sent", STEVENAGE_NORTH);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
        assertThat(browser.get(person.manage()).html().text()).contains("Emails to your address have been returned");

        signUp("rosa.field@example.org", STEVENAGE_NORTH);
        var mail = awaitMail("rosa.field@example.org", 2);
        assertThat(mail.subject()).isEqualTo("Confirm that you want alerts for Stevenage North");
        assertThat(mail.text()).contains("emails to this address were being returned");
        assertThat(browser.get(mail.link("confirm")).html().text())
                .contains("emails to this address were being returned");
        browser.post(mail.link("confirm"), Map.of());
        published("Sent again", WATFORD);
        assertThat(awaitMail("rosa.field@example.org", 3).subject()).isEqualTo("Sent again");
    }

    @Test
    void a_complaint_ends_everything_with_its_reason() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("Complained of", STEVENAGE_NORTH);
        var id = awaitMail("rosa.field@example.org", 1).header("Message-ID");
        awaitQuiet();
        assertThat(send(report(id, "complaint", false)).body()).isEqualTo("{\"applied\":1}");
        assertThat(jdbc.sql("select status || ' ' || ended_reason || ' ' || ended_source from subscriber")
                        .query(String.class)
                        .single())
                .isEqualTo("ended complained provider");

        signUp("rosa.field@example.org", STEVENAGE_NORTH);
        awaitQuiet();
        assertThat(MAIL.all()).as("whoever signs them up again").hasSize(1);
    }

    @Test
    void a_bounce_for_now_and_one_of_an_email_that_is_not_ours_change_nothing() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("Mailbox full", STEVENAGE_NORTH);
        var id = awaitMail("rosa.field@example.org", 1).header("Message-ID");
        awaitQuiet();
        assertThat(send(report(id, "bounce", false)).body()).isEqualTo("{\"applied\":0}");
        assertThat(send(report("<somebody@else.example>", "bounce", true)).body())
                .isEqualTo("{\"applied\":0}");
        assertThat(send(report("<00000000-0000-0000-0000-000000000001@else.example>", "bounce", true))
                        .body())
                .isEqualTo("{\"applied\":0}");
        assertThat(suppressed()).isZero();
    }

    @Test
    void a_report_that_is_not_signed_forged_changed_or_old_is_refused() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("News", STEVENAGE_NORTH);
        var report = report(awaitMail("rosa.field@example.org", 1).header("Message-ID"), "bounce", true);
        assertThat(browser.postJson("/api/v1/alerts/bounces", report).status()).isEqualTo(401);
        assertThat(send(report, "another key of thirty-two characters").status())
                .isEqualTo(401);
        var signature = signature(report, BOUNCE_KEY);
        assertThat(browser.with("Bluelamp-Signature", signature)
                        .postJson("/api/v1/alerts/bounces", report + " ")
                        .status())
                .isEqualTo(401);
        clock.moveBy(Duration.ofMinutes(6));
        assertThat(browser.with("Bluelamp-Signature", signature)
                        .postJson("/api/v1/alerts/bounces", report)
                        .status())
                .isEqualTo(401);
        assertThat(suppressed()).isZero();
    }

    @Test
    void what_is_signed_and_cannot_be_understood_is_said_to_be_so() {
        assertThat(send("no json").status()).isEqualTo(400);
        assertThat(send("{}").body()).isEqualTo("{\"applied\":0}");
        assertThat(send(report("<00000000-0000-0000-0000-000000000001@x.example>", "praise", true))
                        .status())
                .isEqualTo(422);
    }

    private int suppressed() {
        return jdbc.sql("select count(*) from subscriber where suppressed_at is not null")
                .query(Integer.class)
                .single();
    }

    private static String report(String messageId, String kind, boolean permanent) {
        return "{\"reports\": [{\"messageId\": \"%s\", \"kind\": \"%s\", \"permanent\": %s}]}"
                .formatted(messageId, kind, permanent);
    }

    private Answer send(String report) {
        return send(report, BOUNCE_KEY);
    }

    private Answer send(String report, String key) {
        return browser.with("Bluelamp-Signature", signature(report, key)).postJson("/api/v1/alerts/bounces", report);
    }

    private String signature(String report, String key) {
        var seconds = Long.toString(clock.instant().getEpochSecond());
        return "t=" + seconds + ",v1="
                + HexFormat.of().formatHex(Signature.code(key, seconds, report.getBytes(StandardCharsets.UTF_8)));
    }
}
