package org.bluelamp.alerts.casenews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.mail.MailServers;
import org.bluelamp.alerts.mail.ScriptedServer;
import org.bluelamp.alerts.mail.StaffPost;
import org.bluelamp.alerts.practice.Practice;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TeamMailsTest extends AlertsTest {

    private static final String INBOX = "north@police.example";

    @Autowired
    private TeamMails mails;

    @Autowired
    private TeamReminders reminders;

    @Autowired
    private MailDesign design;

    @Autowired
    private AlertLinks links;

    @Autowired
    private Areas areas;

    @Autowired
    private Practice practice;

    @Autowired
    private CaseNewsSettings settings;

    @BeforeEach
    void theTeamHasAnAddress() {
        event("directory.team.changed", STEVENAGE_NORTH, 2, """
                {"area": "%s", "name": "Stevenage North", "label": "Neighbourhood Policing Team",
                 "contact": {"email": "%s"}, "members": []}
                """.formatted(STEVENAGE_NORTH, INBOX));
    }

    @Test
    void a_team_gets_one_mail_with_all_that_is_due_and_late_and_the_next_an_hour_later() {
        told(PromiseTold.REMINDED, "7K3M-Q9TF", STEVENAGE_NORTH);
        told(PromiseTold.ESCALATED, "22VX-8B0Z", STEVENAGE_NORTH);
        told(PromiseTold.ESCALATED, "AAAA-BBBB", TOWN_CENTRE);
        mails.look();
        var mail = awaitMail(INBOX, 1);
        assertThat(mail.subject())
                .isEqualTo("1 answer late, 1 answer due soon: Stevenage North Neighbourhood Policing Team");
        assertThat(mail.text())
                .contains(
                        "22VX-8B0Z",
                        "7K3M-Q9TF",
                        "Concern, answer due",
                        "http://localhost:8080/staff/feedback/contacts/22VX-8B0Z")
                .doesNotContain("AAAA-BBBB");
        told(PromiseTold.ESCALATED, "7K3M-Q9TF", STEVENAGE_NORTH);
        mails.look();
        assertThat(MAIL.all()).hasSize(1);
        clock.moveBy(Duration.ofMinutes(61));
        mails.look();
        assertThat(awaitMail(INBOX, 2).subject()).startsWith("1 answer late:");
    }

    @Test
    void what_comes_twice_or_while_the_mail_server_is_away_is_told_once() {
        told(PromiseTold.REMINDED, "7K3M-Q9TF", STEVENAGE_NORTH);
        told(PromiseTold.REMINDED, "7K3M-Q9TF", STEVENAGE_NORTH);
        assertThat(reminders.claim()).isPresent();
        // Who claimed it has died; another one waits for the lease.
        mails.look();
        assertThat(MAIL.all()).isEmpty();
        clock.moveBy(Duration.ofMinutes(11));
        mails.look();
        awaitMail(INBOX, 1);
        told(PromiseTold.REMINDED, "7K3M-Q9TF", STEVENAGE_NORTH);
        clock.moveBy(Duration.ofHours(2));
        mails.look();
        assertThat(MAIL.all()).hasSize(1);
        assertThat(reminders.deleteExpired(clock.instant().plus(Duration.ofDays(31)), 100))
                .isEqualTo(1);
    }

    @Test
    void what_comes_while_a_mail_to_the_team_is_on_its_way_waits_for_the_next_one() {
        told(PromiseTold.REMINDED, "7K3M-Q9TF", STEVENAGE_NORTH);
        var first = reminders.claim().orElseThrow();
        told(PromiseTold.ESCALATED, "22VX-8B0Z", STEVENAGE_NORTH);
        assertThat(reminders.claim()).isEmpty();
        reminders.mailed(first);
        assertThat(reminders.claim()).isEmpty();
        clock.moveBy(Duration.ofMinutes(61));
        assertThat(reminders.claim().orElseThrow().rows())
                .extracting(TeamReminders.Promise::reference)
                .containsExactly("22VX-8B0Z");
    }

    @Test
    void of_replicas_that_look_at_one_moment_one_writes_to_the_team() throws Exception {
        for (int n = 0; n < 10; n++) {
            told(PromiseTold.REMINDED, "AAAA-000" + n, STEVENAGE_NORTH);
        }
        List<Callable<Integer>> looks = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            String reference = "BBBB-000" + n;
            looks.add(() -> {
                told(PromiseTold.ESCALATED, reference, STEVENAGE_NORTH);
                return reminders.claim().isPresent() ? 1 : 0;
            });
        }
        int claims = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var look : threads.invokeAll(looks)) {
                claims += look.get();
            }
        }
        assertThat(claims).isEqualTo(1);
    }

    @Test
    void a_connection_that_broke_is_given_to_nobody_and_one_on_which_a_mail_was_refused_is_used_again()
            throws Exception {
        told(PromiseTold.REMINDED, "7K3M-Q9TF", STEVENAGE_NORTH);
        try (var server = new ScriptedServer(Map.of("END", "421 going away"))) {
            var servers = server.servers();
            through(servers).look();
            servers.connect().close();
            assertThat(server.connections()).isEqualTo(2);
        }
        clock.moveBy(Duration.ofMinutes(11));
        try (var server = new ScriptedServer(Map.of("END", "451 later"))) {
            var servers = server.servers();
            through(servers).look();
            servers.connect().close();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private TeamMails through(MailServers servers) {
        return new TeamMails(reminders, new StaffPost(servers, practice), design, links, areas, settings);
    }

    private void told(String type, String reference, String area) {
        String data = """
                {"reference": "%s", "area": "%s", "kind": "concern", "dueAt": "%s"}""".formatted(reference, area, Instant.parse("2026-11-26T15:04:05Z"));
        Contracts.validate(type, data);
        event(type, UUID.randomUUID().toString(), 1, data);
    }
}
