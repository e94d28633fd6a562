package org.bluelamp.alerts.casenews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DangerMailsTest extends AlertsTest {

    private static final String INBOX = "north@police.example";

    @Autowired
    private DangerMails mails;

    @Autowired
    private DangerCalls calls;

    @BeforeEach
    void theTeamHasAnAddress() {
        event("directory.team.changed", STEVENAGE_NORTH, 2, """
                {"area": "%s", "name": "Stevenage North", "label": "Neighbourhood Policing Team",
                 "contact": {"email": "%s"}, "members": []}
                """.formatted(STEVENAGE_NORTH, INBOX));
    }

    @Test
    void the_team_is_called_at_once_with_where_to_read_it_and_what_comes_first() {
        told("7K3M-Q9TF", STEVENAGE_NORTH);
        told("AAAA-BBBB", TOWN_CENTRE);
        mails.look();
        var mail = awaitMail(INBOX, 1);
        assertThat(mail.subject())
                .isEqualTo("A case that speaks of danger: read it now: Stevenage North Neighbourhood Policing Team");
        assertThat(mail.text())
                .contains(
                        "call 999 or the control room first",
                        "7K3M-Q9TF",
                        "http://localhost:8080/staff/feedback/contacts/7K3M-Q9TF")
                .doesNotContain("AAAA-BBBB");
    }

    @Test
    void a_flood_is_told_in_one_mail_every_five_minutes_and_each_case_once() {
        told("7K3M-Q9TF", STEVENAGE_NORTH);
        mails.look();
        awaitMail(INBOX, 1);
        for (int n = 0; n < 40; n++) {
            told("AAAA-00%02d".formatted(n), STEVENAGE_NORTH);
        }
        told("7K3M-Q9TF", STEVENAGE_NORTH);
        mails.look();
        assertThat(MAIL.all()).hasSize(1);
        clock.moveBy(Duration.ofMinutes(6));
        mails.look();
        var mail = awaitMail(INBOX, 2);
        assertThat(mail.subject()).startsWith("40 cases that speak of danger: read them now");
        assertThat(mail.text()).contains("And 10 more on the list").doesNotContain("7K3M-Q9TF");
        clock.moveBy(Duration.ofMinutes(6));
        mails.look();
        assertThat(MAIL.all()).hasSize(2);
    }

    @Test
    void what_a_replica_that_died_had_claimed_is_told_by_another_and_what_comes_meanwhile_waits() {
        told("7K3M-Q9TF", STEVENAGE_NORTH);
        assertThat(calls.claim()).isPresent();
        told("22VX-8B0Z", STEVENAGE_NORTH);
        mails.look();
        assertThat(MAIL.all()).isEmpty();
        clock.moveBy(Duration.ofMinutes(3));
        mails.look();
        assertThat(awaitMail(INBOX, 1).text()).contains("7K3M-Q9TF", "22VX-8B0Z");
        assertThat(calls.deleteExpired(clock.instant().plus(Duration.ofDays(31)), 100))
                .isEqualTo(2);
    }

    @Test
    void a_case_that_comes_to_another_team_is_told_that_one_too() {
        told("7K3M-Q9TF", TOWN_CENTRE);
        told("7K3M-Q9TF", STEVENAGE_NORTH);
        mails.look();
        assertThat(awaitMail(INBOX, 1).text()).contains("7K3M-Q9TF");
    }

    private void told(String reference, String area) {
        String data = """
                {"reference": "%s", "area": "%s", "kind": "concern", "at": "%s"}""".formatted(reference, area, Instant.parse("2026-11-26T15:04:05Z"));
        Contracts.validate(CaseUrgent.TYPE, data);
        event(CaseUrgent.TYPE, UUID.randomUUID().toString(), 1, data);
    }
}
