package org.bluelamp.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;

/** What GOV.UK Notify tells of a message after it took it. */
class ReceiptsTest extends AlertsTest {

    @Test
    void what_arrived_is_known_to_have_arrived() {
        var delivery = sent();
        assertThat(receipt(delivery, "delivered").status()).isEqualTo(204);
        assertThat(status(delivery)).isEqualTo("delivered");
        assertThat(receipt(delivery, "delivered").status()).as("told again").isEqualTo(204);
        assertThat(status(delivery)).isEqualTo("delivered");
        assertThat(suppressed()).isZero();
    }

    @Test
    void an_address_that_does_not_exist_gets_nothing_more() {
        var delivery = sent();
        assertThat(receipt(delivery, "permanent-failure").status()).isEqualTo(204);
        assertThat(status(delivery)).isEqualTo("failed_for_good");
        assertThat(suppressed()).isEqualTo(1);
    }

    @Test
    void what_did_not_arrive_for_other_reasons_costs_that_message_alone() {
        var delivery = sent();
        assertThat(receipt(delivery, "temporary-failure").status()).isEqualTo(204);
        assertThat(status(delivery)).isEqualTo("failed_for_good");
        assertThat(suppressed()).isZero();
    }

    @Test
    void what_arrived_without_our_hearing_that_it_was_taken_is_not_sent_again() {
        var delivery = sent();
        jdbc.sql(
                        "update delivery set status = 'failed_temporarily', finished_at = null, due_at = now() + interval '1 h'")
                .update();
        assertThat(receipt(delivery, "delivered").status()).isEqualTo(204);
        assertThat(status(delivery)).isEqualTo("delivered");
    }

    @Test
    void of_what_a_worker_has_in_hand_notify_is_to_tell_again() {
        var delivery = sent();
        jdbc.sql(
                        "update delivery set status = 'sending', claim = :claim, finished_at = null, leased_until = now() + interval '1 h'")
                .param("claim", UUID.randomUUID())
                .update();
        assertThat(receipt(delivery, "delivered").status()).isEqualTo(503);
        jdbc.sql("update delivery set status = 'sent', claim = null, leased_until = null, finished_at = now()")
                .update();
        assertThat(receipt(delivery, "delivered").status()).isEqualTo(204);
    }

    @Test
    void what_is_not_ours_or_not_known_changes_nothing() {
        var delivery = sent();
        assertThat(receipt(UUID.randomUUID(), "delivered").status()).isEqualTo(204);
        assertThat(receipt(delivery, "something-new").status()).isEqualTo(204);
        assertThat(post("{\"reference\": null, \"status\": \"delivered\"}", NOTIFY_CALLBACK_KEY)
                        .status())
                .isEqualTo(204);
        assertThat(post("no json", NOTIFY_CALLBACK_KEY).status()).isEqualTo(400);
        assertThat(status(delivery)).isEqualTo("sent");
    }

    @Test
    void nobody_without_the_key_can_tell_anything() {
        var delivery = sent();
        var body = body(delivery, "permanent-failure");
        assertThat(browser.postJson("/api/v1/alerts/callbacks/notify/receipts", body)
                        .status())
                .isEqualTo(401);
        assertThat(post(body, "another key, as long as it has to be").status()).isEqualTo(401);
        assertThat(status(delivery)).isEqualTo("sent");
    }

    private UUID sent() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        jdbc.sql("delete from delivery").update();
        published("News", STEVENAGE_NORTH);
        awaitMail("rosa.field@example.org", 1);
        awaitQuiet();
        return jdbc.sql("select id from delivery").query(UUID.class).single();
    }

    private String status(UUID delivery) {
        return jdbc.sql("select status from delivery where id = :id")
                .param("id", delivery)
                .query(String.class)
                .single();
    }

    private int suppressed() {
        return jdbc.sql("select count(*) from subscriber where suppressed_at is not null")
                .query(Integer.class)
                .single();
    }

    private Answer receipt(UUID delivery, String status) {
        return post(body(delivery, status), NOTIFY_CALLBACK_KEY);
    }

    /** As Notify's documentation shows it. */
    private static String body(UUID delivery, String status) {
        return """
                {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "%s", "to": "rosa.field@example.org",
                 "status": "%s", "created_at": "2026-05-14T12:15:30.000000Z",
                 "completed_at": "2026-05-14T12:15:30.000000Z", "sent_at": "2026-05-14T12:15:30.000000Z",
                 "notification_type": "email", "template_id": "f33517ff-2a88-4f6e-b855-c550268ce08a",
                 "template_version": 1}
                """.formatted(delivery, status);
    }

    private Answer post(String body, String key) {
        return browser.with("Callback-Authorization", "Bearer " + key)
                .postJson("/api/v1/alerts/callbacks/notify/receipts", body);
    }
}
