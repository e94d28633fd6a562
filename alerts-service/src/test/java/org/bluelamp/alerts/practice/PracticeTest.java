package org.bluelamp.alerts.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.alert.AlertStory;
import org.bluelamp.contact.MailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The service in practice mode: a tenth is refused, a tenth delayed. */
@TestPropertySource(
        properties = {
            "bluelamp.alerts.practice.enabled=true",
            "bluelamp.alerts.practice.refused=0.1",
            "bluelamp.alerts.practice.delayed=0.1",
            "bluelamp.alerts.practice.allowed=@staff.example",
            "bluelamp.alerts.approval.alone=1000",
            "bluelamp.alerts.approval.second=2000"
        })
class PracticeTest extends AlertStory {

    @Test
    void an_alert_reaches_a_crowd_without_any_mail_server_but_those_who_are_listed_really_get_it() {
        crowd(200, STEVENAGE_NORTH);
        follow("olive@staff.example", STEVENAGE_NORTH);
        var alert = issued(content());
        awaitQuiet();
        assertThat(MAIL.all()).extracting(mail -> mail.to()).containsExactly("olive@staff.example");
        assertThat(statuses("sent")).isBetween(150, 200);
        assertThat(statuses("failed_for_good")).isBetween(1, 50);
        assertThat(jdbc.sql("select count(*) from delivery where attempts > 1")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select count(*) from subscriber where suppressed_at is not null")
                        .query(Integer.class)
                        .single())
                .isZero();

        assertThat(browser.get("/alerts/" + alert.reference() + "/cap").body())
                .as("nobody who reads our alerts by program takes it for real")
                .contains("<status>Exercise</status>");

        var page = browser.as(ERIN).get("/staff/alerts/" + alert.id()).html();
        assertThat(page.select(".bl-strip").text()).startsWith("Practice mode.");
        assertThat(page.text()).contains("Simulated, of all these: 200");
        assertThat(browser.as(ERIN).get("/staff/alerts").html().select(".bl-strip"))
                .hasSize(1);
        assertThat(browser.get("/alerts").html().select(".bl-strip")).isEmpty();
    }

    @Test
    void nothing_waits_for_a_mail_server_that_is_away() {
        MAIL.down();
        try {
            crowd(5, STEVENAGE_NORTH);
            issued(content());
            awaitQuiet();
            assertThat(statuses("sent", "failed_for_good")).isEqualTo(5);
        } finally {
            MAIL.up();
        }
    }

    @Test
    void shares_are_kept_and_what_becomes_of_a_delivery_is_decided_once() {
        var practice = new Practice(new PracticeSettings(true, 0.25, 0.25, List.of()));
        var refused = 0;
        var delayed = 0;
        for (var n = 0; n < 4_000; n++) {
            var id = UUID.randomUUID();
            var first = practice.outcome(id, 1);
            assertThat(practice.outcome(id, 1)).isEqualTo(first);
            if (first == Practice.Outcome.REFUSED) {
                refused++;
                assertThat(practice.outcome(id, 2)).isEqualTo(first);
            }
            if (first == Practice.Outcome.DELAYED) {
                delayed++;
                assertThat(practice.outcome(id, 2)).isEqualTo(Practice.Outcome.ACCEPTED);
            }
        }
        assertThat(refused).isBetween(800, 1_200);
        assertThat(delayed).isBetween(800, 1_200);
    }

    @Test
    void only_email_addresses_that_are_listed_are_really_written_to() {
        var practice = new Practice(new PracticeSettings(true, 0, 0, List.of("@Staff.example", "rosa@example.org")));
        assertThat(practice.simulates(address("Olive@staff.example"))).isFalse();
        assertThat(practice.simulates(address("rosa@example.org"))).isFalse();
        assertThat(practice.simulates(address("rosa@example.org.example"))).isTrue();
        assertThat(practice.simulates("+447700900123")).isTrue();
        assertThat(new Practice(new PracticeSettings(false, 0, 0, List.of())).simulates(address("rosa@example.org")))
                .isFalse();
    }

    @Test
    void that_it_is_practice_is_a_metric_that_an_alert_rule_reads(@Autowired MeterRegistry meters) {
        assertThat(meters.get("alerts.practice").gauge().value()).isEqualTo(1);
        var earnest = new SimpleMeterRegistry();
        new Practice(new PracticeSettings(false, 0, 0, List.of())).bindTo(earnest);
        assertThat(earnest.get("alerts.practice").gauge().value()).isZero();
    }

    @Test
    void shares_that_are_none_are_refused_at_the_start() {
        assertThatThrownBy(() -> new PracticeSettings(true, 0.6, 0.6, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MailAddress address(String text) {
        return MailAddress.parse(text).orElseThrow();
    }
}
