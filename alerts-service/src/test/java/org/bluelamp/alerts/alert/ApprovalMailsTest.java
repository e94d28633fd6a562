package org.bluelamp.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.mail.ScriptedServer;
import org.bluelamp.alerts.mail.StaffPost;
import org.bluelamp.alerts.practice.Practice;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told that an alert waits for a second person, and when. */
class ApprovalMailsTest extends AlertStory {

    private static final String TEAM = "north@police.example";
    private static final String APPROVERS = "approvers@police.example";
    private static final StaffMember SECOND =
            new StaffMember("sam", "Sam Hill", Set.of(Role.OFFICER), Set.of(new AreaCode(STEVENAGE)));

    @Autowired
    private ApprovalMails mails;

    @Autowired
    private ApprovalCalls calls;

    @Autowired
    private Areas areas;

    @Autowired
    private AlertLinks links;

    @Autowired
    private MailDesign design;

    @Autowired
    private Practice practice;

    @Autowired
    private ApprovalMails.Settings settings;

    @BeforeEach
    void theTeamHasAnAddress() {
        event("directory.team.changed", STEVENAGE_NORTH, 2, """
                {"area": "%s", "name": "Stevenage North", "label": "Neighbourhood Policing Team",
                 "contact": {"email": "%s"}, "members": []}
                """.formatted(STEVENAGE_NORTH, TEAM));
    }

    @Test
    void the_team_that_an_alert_is_sent_for_is_told_that_it_waits_and_once_more_an_hour_later() {
        var waiting = submitted(6);
        mails.look();
        var first = awaitMail(TEAM, 1);
        assertThat(first.subject()).isEqualTo("Check and send: Gas leak in Bedwell Crescent");
        assertThat(first.text())
                .contains(
                        "6 people",
                        "A second person has to check and send it.",
                        "http://localhost:8080/staff/alerts/" + waiting.id().value());
        mails.look();
        clock.moveBy(Duration.ofMinutes(61));
        mails.look();
        assertThat(awaitMail(TEAM, 2).subject()).isEqualTo("Still waiting: Gas leak in Bedwell Crescent");
        clock.moveBy(Duration.ofHours(2));
        mails.look();
        assertThat(MAIL.all()).hasSize(2);
        assertThat(MAIL.to(APPROVERS)).isEmpty();
    }

    @Test
    void what_few_get_asks_for_a_second_person_too_when_somebody_wants_one() {
        var waiting = submitted(1);
        mails.look();
        assertThat(awaitMail(TEAM, 1).text())
                .contains("fewer than 5 people by email", "A second person has to check and send it.");
        assertThat(desk.obstacle(COUNTY, waiting, 1))
                .hasValueSatisfying(why -> assertThat(why).startsWith("You wrote or changed this"));
        var reader =
                new StaffMember("rita", "Rita Fox", Set.of(Role.ADMINISTRATOR), Set.of(new AreaCode(STEVENAGE_NORTH)));
        assertThat(desk.obstacle(reader, waiting, 1)).hasValue("A second person has to check and send it.");
    }

    @Test
    void what_needs_an_approver_is_told_the_mailbox_of_approvers() {
        submitted(11);
        mails.look();
        assertThat(awaitMail(APPROVERS, 1).text()).contains("An approver has to check and send it.");
        assertThat(MAIL.to(TEAM)).isEmpty();
    }

    @Test
    void what_was_sent_or_given_back_or_is_over_is_told_nobody_and_what_is_given_again_is_told_again() {
        var waiting = submitted(6);
        var draft = desk.sendBack(SECOND, waiting.id(), waiting.version());
        mails.look();
        var again = desk.submit(COUNTY, draft.id(), draft.version());
        mails.look();
        awaitMail(TEAM, 1);
        desk.issue(SECOND, again.id(), again.version());
        awaitQuiet();
        clock.moveBy(Duration.ofMinutes(61));
        mails.look();
        assertThat(MAIL.to(TEAM)).hasSize(1);
        desk.submit(COUNTY, written().id(), 1);
        clock.moveBy(Duration.ofDays(3));
        mails.look();
        assertThat(MAIL.to(TEAM)).hasSize(1);
        assertThat(calls.claim()).isEmpty();
    }

    @Test
    void an_update_that_waits_is_told_as_an_alert_is() {
        var waiting = submitted(6);
        var issued = desk.issue(SECOND, waiting.id(), waiting.version());
        awaitQuiet();
        desk.update(COUNTY, issued.id(), issued.version(), content());
        mails.look();
        assertThat(awaitMail(TEAM, 1).text()).contains("An update to an alert is waiting to be checked");
    }

    @Test
    void while_the_mail_server_is_away_or_another_replica_writes_it_waits_and_is_told_once() throws Exception {
        submitted(6);
        try (var server = new ScriptedServer(Map.of("END", "451 later"))) {
            new ApprovalMails(calls, desk, areas, links, design, new StaffPost(server.servers(), practice), settings)
                    .look();
        }
        mails.look();
        assertThat(MAIL.all()).isEmpty();
        clock.moveBy(Duration.ofMinutes(6));
        mails.look();
        assertThat(awaitMail(TEAM, 1).subject()).startsWith("Check and send:");
    }

    @Test
    void a_mailbox_of_approvers_that_is_no_address_stops_the_start() {
        assertThatThrownBy(() -> new ApprovalMails.Settings("Approvers <a@b>", Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("APPROVERS_MAIL");
    }

    private AwaitingApproval submitted(int people) {
        crowd(people, STEVENAGE_NORTH);
        MAIL.empty();
        var draft = written();
        return desk.submit(COUNTY, draft.id(), draft.version());
    }

    private Draft written() {
        return desk.write(COUNTY, new AlertId(UUID.randomUUID()), content());
    }
}
