package org.bluelamp.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Who gets what of an alert's life, who may do what, and what other services are told. */
class AlertLifeTest extends AlertStory {

    private static final StaffMember NORTH = officer("olive", STEVENAGE_NORTH);
    private static final StaffMember STEVENAGE_OFFICER = officer("sam", STEVENAGE);
    private static final StaffMember WATFORD_OFFICER = officer("oscar", WATFORD);
    private static final StaffMember APPROVER =
            new StaffMember("ada", "Ada Stone", Set.of(Role.APPROVER), Set.of(new AreaCode(HERTFORDSHIRE)));

    private static StaffMember officer(String id, String area) {
        return new StaffMember(id, id, Set.of(Role.OFFICER), Set.of(new AreaCode(area)));
    }

    private static final StaffMember READER =
            new StaffMember("rita", "Rita Fox", Set.of(Role.ADMINISTRATOR), Set.of(new AreaCode(STEVENAGE_NORTH)));

    @Test
    void an_alert_reaches_followers_of_its_area_of_parts_of_it_and_of_wider_areas_once_for_the_narrowest_reason() {
        confirmed("north@example.org", STEVENAGE_NORTH);
        confirmed("district@example.org", STEVENAGE);
        confirmed("watford@example.org", WATFORD);
        var both = confirmed("both@example.org", HERTFORDSHIRE);
        browser.post(both.manage() + "/add", java.util.Map.of("area", STEVENAGE_NORTH));
        MAIL.empty();

        assertThat(desk.estimate(content())).isEqualTo(new Estimate(2, 1, 0, 0, true));
        assertThat(desk.estimate(content(STEVENAGE))).isEqualTo(new Estimate(3, 0, 0, 0, true));
        issued(content());
        awaitQuiet();
        assertThat(MAIL.all())
                .extracting(mail -> mail.to())
                .containsExactlyInAnyOrder("north@example.org", "district@example.org", "both@example.org");
        assertThat(MAIL.to("both@example.org").getFirst().text()).contains("because you follow Stevenage North.");
        assertThat(MAIL.to("district@example.org").getFirst().text()).contains("because you follow Stevenage.");
    }

    @Test
    void who_follows_a_wider_area_only_can_be_left_out() {
        confirmed("north@example.org", STEVENAGE_NORTH);
        confirmed("county@example.org", HERTFORDSHIRE);
        var target = new Target(new TreeSet<>(Set.of(new AreaCode(STEVENAGE_NORTH))), Optional.empty(), false);
        assertThat(desk.estimate(aimed(target, content())).reach()).isEqualTo(1);
        issued(aimed(target, content()));
        awaitQuiet();
        assertThat(MAIL.all()).extracting(mail -> mail.to()).containsExactly("north@example.org");
    }

    @Test
    void who_wants_no_alerts_or_none_as_mild_or_whose_mail_comes_back_is_left_out_and_nobody_waits_for_a_letter() {
        crowd(6, STEVENAGE_NORTH);
        var choices = java.util.List.of(
                "topics = array['burglary']",
                "topics = array['burglary', 'alerts'], frequency = 'weekly'",
                "least_severity = 'extreme'",
                "least_severity = 'severe', frequency = 'daily'",
                "least_severity = 'minor'");
        for (var n = 0; n < choices.size(); n++) {
            jdbc.sql("update subscription set " + choices.get(n)
                            + " where id = (select id from subscription order by id offset :n limit 1)")
                    .param("n", n)
                    .update();
        }
        assertThat(desk.estimate(content()).inside()).as("extreme").isEqualTo(5);
        assertThat(desk.estimate(as(Severity.SEVERE, content())).inside()).isEqualTo(4);
        assertThat(desk.estimate(as(Severity.MODERATE, content())).inside()).isEqualTo(3);
        assertThat(desk.estimate(as(Severity.UNKNOWN, content())).inside()).isEqualTo(3);
        jdbc.sql("update subscriber set suppressed_at = now(), suppressed_reason = 'bounced'")
                .update();
        assertThat(desk.estimate(content()).reach()).isZero();
    }

    private static Content as(Severity severity, Content content) {
        return new Content(
                content.headline(),
                content.description(),
                content.instruction(),
                content.category(),
                severity,
                content.urgency(),
                content.certainty(),
                content.target(),
                content.links(),
                content.sender(),
                content.expires(),
                content.worthSending());
    }

    @Test
    void an_update_and_a_cancellation_go_to_those_who_got_the_alert_and_to_nobody_else() {
        confirmed("rosa@example.org", STEVENAGE_NORTH);
        var alert = issued(content());
        awaitMail("rosa@example.org", 1);
        confirmed("late@example.org", STEVENAGE_NORTH);

        var updated = desk.update(COUNTY, alert.id(), alert.version(), headed("Gas leak: mended", content()));
        awaitMail("rosa@example.org", 1);
        desk.cancel(COUNTY, alert.id(), updated.version(), "Everybody is back at home.");
        awaitMail("rosa@example.org", 2);
        awaitQuiet();

        assertThat(subjects("rosa@example.org"))
                .containsExactly("Update: Gas leak: mended", "We have called back an alert about Stevenage North");
        assertThat(MAIL.to("rosa@example.org").getLast().text())
                .contains("The reason: Everybody is back at home.")
                .doesNotContain("Gas leak", "gas main", "mended");
        assertThat(MAIL.to("late@example.org")).isEmpty();
    }

    @Test
    void who_was_still_to_get_stale_words_gets_the_update_in_their_place_and_nothing_of_what_was_called_back() {
        crowd(3, STEVENAGE_NORTH);
        // In one transaction, so that no worker takes the first message in hand.
        transactions.executeWithoutResult(status -> {
            var alert = issued(content());
            desk.update(COUNTY, alert.id(), alert.version(), headed("Mended", content()));
        });
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(3).allMatch(mail -> mail.subject().equals("Update: Mended"));

        MAIL.empty();
        transactions.executeWithoutResult(status -> {
            var alert = issued(content());
            desk.cancel(COUNTY, alert.id(), alert.version(), "A mistake.");
        });
        awaitQuiet();
        assertThat(MAIL.all()).isEmpty();
    }

    @Test
    void who_has_left_since_the_alert_gets_no_update() {
        var person = confirmed("rosa@example.org", STEVENAGE_NORTH);
        var alert = issued(content());
        var mail = awaitMail("rosa@example.org", 1);
        browser.post(mail.link("unsubscribe"), java.util.Map.of("List-Unsubscribe", "One-Click"));
        desk.update(COUNTY, alert.id(), alert.version(), headed("Mended", content()));
        awaitQuiet();
        assertThat(person).isNotNull();
        assertThat(subjects("rosa@example.org")).doesNotContain("Update: Mended");
    }

    @Test
    void an_alert_ends_at_its_time_once_however_many_replicas_look_and_is_told_no_more() throws Exception {
        crowd(2, STEVENAGE_NORTH);
        var alert = issued(content());
        awaitQuiet();
        clock.moveBy(Duration.ofHours(12));
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = new ArrayList<Callable<Void>>();
            for (var n = 0; n < 8; n++) {
                looks.add(() -> {
                    desk.expire(alert.id());
                    return null;
                });
            }
            for (var look : replicas.invokeAll(looks)) {
                look.get();
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts.find(alert.id())).containsInstanceOf(Expired.class));
        assertThat(events("alerts.alert.expired"))
                .filteredOn(json -> json.contains(alert.reference().value()))
                .singleElement()
                .satisfies(json -> Contracts.validate("alerts.alert.expired", json));
        assertThatThrownBy(() -> desk.update(COUNTY, alert.id(), alert.version() + 1, content()))
                .isInstanceOf(StaleAlertException.class);
    }

    @Test
    void what_reaches_more_than_a_street_is_sent_by_a_second_person_and_never_by_who_wrote_or_changed_it() {
        crowd(6, STEVENAGE_NORTH);
        var draft = desk.write(NORTH, AlertId.next(), content());
        assertThatThrownBy(() -> desk.issue(NORTH, draft.id(), draft.version()))
                .isInstanceOf(ApprovalNeededException.class)
                .hasMessage("A second person has to check and send it.");
        var submitted = desk.submit(NORTH, draft.id(), draft.version());
        assertThat(submitted.submission().reach()).isEqualTo(6);
        assertThatThrownBy(() -> desk.issue(NORTH, draft.id(), submitted.version()))
                .isInstanceOf(ApprovalNeededException.class);
        var changed = desk.rewrite(STEVENAGE_OFFICER, draft.id(), submitted.version(), headed("Changed", content()));
        assertThatThrownBy(() -> desk.issue(STEVENAGE_OFFICER, draft.id(), changed.version()))
                .isInstanceOf(ApprovalNeededException.class);
        assertThat(desk.issue(COUNTY, draft.id(), changed.version())
                        .messages()
                        .first()
                        .by()
                        .name())
                .isEqualTo("Carla Hay");
    }

    @Test
    void who_changed_it_before_somebody_else_did_is_not_the_second_person_either() {
        crowd(6, STEVENAGE_NORTH);
        var draft = desk.write(NORTH, AlertId.next(), content());
        var rewritten =
                desk.rewrite(STEVENAGE_OFFICER, draft.id(), draft.version(), headed("All new words", content()));
        var corrected = desk.rewrite(NORTH, draft.id(), rewritten.version(), headed("All new words.", content()));
        var submitted = desk.submit(NORTH, draft.id(), corrected.version());
        assertThatThrownBy(() -> desk.issue(STEVENAGE_OFFICER, draft.id(), submitted.version()))
                .isInstanceOf(ApprovalNeededException.class);
        assertThat(desk.issue(COUNTY, draft.id(), submitted.version())).isNotNull();
    }

    @Test
    void an_alert_that_waits_goes_on_for_who_stops_the_area_it_was_for_and_follows_a_wider_one() {
        var both = confirmed("both@example.org", STEVENAGE);
        browser.post(both.manage() + "/add", java.util.Map.of("area", STEVENAGE_NORTH));
        var only = confirmed("only@example.org", STEVENAGE_NORTH);
        var alert = pausedAtOnce();
        browser.post(both.manage() + "/stop", java.util.Map.of("area", STEVENAGE_NORTH));
        browser.post(only.manage() + "/stop", java.util.Map.of("area", STEVENAGE_NORTH));
        MAIL.empty();
        desk.resume(COUNTY, alert.id());
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
        assertThat(MAIL.to("both@example.org").getFirst().text()).contains("because you follow Stevenage.");
    }

    /** An alert of which no email has gone out yet, in one step, so that no worker is faster. */
    private Issued pausedAtOnce() {
        return transactions.execute(status -> {
            var alert = issued(content());
            return desk.pause(COUNTY, alert.id());
        });
    }

    @Test
    void what_reaches_more_than_a_district_is_sent_by_an_approver() {
        crowd(11, STEVENAGE_NORTH);
        var draft = desk.write(NORTH, AlertId.next(), content());
        var submitted = desk.submit(NORTH, draft.id(), draft.version());
        assertThatThrownBy(() -> desk.issue(STEVENAGE_OFFICER, draft.id(), submitted.version()))
                .isInstanceOf(ApprovalNeededException.class)
                .hasMessage("An approver has to check and send it.");
        assertThat(desk.issue(APPROVER, draft.id(), submitted.version())).isNotNull();
    }

    @Test
    void an_update_to_many_waits_for_a_second_person_too_and_goes_out_as_it_was_read() {
        crowd(6, STEVENAGE_NORTH);
        var draft = desk.write(NORTH, AlertId.next(), content());
        var alert =
                desk.issue(COUNTY, draft.id(), desk.submit(NORTH, draft.id(), 1).version());
        awaitQuiet();
        var proposed = desk.update(NORTH, alert.id(), alert.version(), headed("Mended", content()));
        assertThat(proposed.proposal()).isPresent();
        assertThat(proposed.content().headline()).isEqualTo("Gas leak in Bedwell Crescent");
        assertThatThrownBy(() -> desk.approveUpdate(NORTH, alert.id(), proposed.version()))
                .isInstanceOf(ApprovalNeededException.class);
        assertThatThrownBy(() -> desk.dropUpdate(READER, alert.id(), proposed.version()))
                .as("who may read it and no more")
                .isInstanceOf(AccessDeniedException.class);
        var updated = desk.approveUpdate(STEVENAGE_OFFICER, alert.id(), proposed.version());
        assertThat(updated.content().headline()).isEqualTo("Mended");
        awaitQuiet();
        assertThat(MAIL.all())
                .filteredOn(mail -> mail.subject().equals("Update: Mended"))
                .hasSize(6);
    }

    @Test
    void nobody_writes_sends_changes_or_sees_drafts_for_areas_of_others() {
        assertThatThrownBy(() -> desk.write(STEVENAGE_OFFICER, AlertId.next(), content(TOWN_CENTRE)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.write(STEVENAGE_OFFICER, AlertId.next(), content(STEVENAGE_NORTH, WATFORD)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.write(NORTH, AlertId.next(), content(STEVENAGE)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.write(APPROVER, AlertId.next(), content()))
                .isInstanceOf(AccessDeniedException.class);

        var draft = desk.write(NORTH, AlertId.next(), content());
        assertThatThrownBy(() -> desk.open(WATFORD_OFFICER, draft.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.rewrite(WATFORD_OFFICER, draft.id(), 1, content()))
                .isInstanceOf(AccessDeniedException.class);
        var alert = desk.issue(NORTH, draft.id(), 1);
        assertThatThrownBy(() -> desk.update(WATFORD_OFFICER, alert.id(), 2, content()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.cancel(WATFORD_OFFICER, alert.id(), 2, "No"))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(desk.update(STEVENAGE_OFFICER, alert.id(), 2, content()).version())
                .isEqualTo(3);
    }

    @Test
    void two_people_at_once_do_not_overwrite_each_other() {
        var draft = desk.write(NORTH, AlertId.next(), content());
        desk.rewrite(STEVENAGE_OFFICER, draft.id(), 1, headed("First", content()));
        assertThatThrownBy(() -> desk.rewrite(NORTH, draft.id(), 1, headed("Second", content())))
                .isInstanceOf(StaleAlertException.class);
        assertThat(alerts.find(draft.id()).orElseThrow().content().headline()).isEqualTo("First");
    }

    @Test
    void marks_that_turn_the_direction_of_reading_are_left_out_of_what_an_alert_says() {
        var draft = desk.write(NORTH, AlertId.next(), headed("\u202Ekael saG\u2066 here", content()));
        assertThat(draft.content().headline()).isEqualTo("kael saG here");
    }

    @Test
    void who_has_to_agree_goes_by_where_it_is_public_as_well_however_few_follow() {
        assertThat(desk.needed(content(STEVENAGE_NORTH).target(), 0)).isEqualTo(Approval.ALONE);
        assertThat(desk.needed(content(STEVENAGE_NORTH, STEVENAGE_SOUTH).target(), 0))
                .isEqualTo(Approval.SECOND_PERSON);
        assertThat(desk.needed(content(STEVENAGE).target(), 0)).isEqualTo(Approval.SECOND_PERSON);
        assertThat(desk.needed(content(STEVENAGE_NORTH, TOWN_CENTRE).target(), 0))
                .isEqualTo(Approval.APPROVER);
        assertThat(desk.needed(content(HERTFORDSHIRE).target(), 0)).isEqualTo(Approval.APPROVER);
        assertThat(desk.needed(content(STEVENAGE).target(), 11)).isEqualTo(Approval.APPROVER);
        var draft = desk.write(COUNTY, AlertId.next(), content(HERTFORDSHIRE));
        assertThatThrownBy(() -> desk.issue(COUNTY, draft.id(), draft.version()))
                .isInstanceOf(ApprovalNeededException.class)
                .hasMessage("An approver has to check and send it.");
    }

    @Test
    void what_is_over_or_has_blanks_is_not_sent() {
        var blank = desk.write(NORTH, AlertId.next(), headed("Burglaries in [street or area]", content()));
        assertThatThrownBy(() -> desk.issue(NORTH, blank.id(), 1)).hasMessage("Fill in [street or area] first");
        var draft = desk.write(NORTH, AlertId.next(), content());
        clock.moveBy(Duration.ofHours(13));
        assertThatThrownBy(() -> desk.issue(NORTH, draft.id(), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void other_services_are_told_of_every_message_as_the_contract_says() {
        var alert = issued(content(STEVENAGE_NORTH, STEVENAGE_SOUTH));
        var updated = updated(alert, headed("Mended", content(STEVENAGE_NORTH, STEVENAGE_SOUTH)));
        var cancelled = desk.cancel(COUNTY, alert.id(), updated.version(), "It is over.");
        for (var type : new String[] {"issued", "updated", "cancelled"}) {
            assertThat(events("alerts.alert." + type))
                    .filteredOn(json -> json.contains(alert.reference().value()))
                    .singleElement()
                    .satisfies(json -> Contracts.validate("alerts.alert." + type, json));
        }
        assertThat(events("alerts.alert.cancelled").getLast())
                .contains(alert.reference() + ".1", alert.reference() + ".2", alert.reference() + ".3", "It is over.")
                .doesNotContain("Gas leak", "Mended");
        assertThat(cancelled.version()).as("with who checked it twice").isEqualTo(6);
    }

    @Test
    void whoever_asks_for_a_snapshot_hears_all_that_was_ever_sent_as_it_is_and_no_draft() {
        var live = issued(content());
        var cancelled = issued(content());
        desk.cancel(COUNTY, cancelled.id(), cancelled.version(), "A mistake.");
        desk.write(NORTH, AlertId.next(), content());
        jdbc.sql("delete from messaging.outbox where type like 'alerts.alert.%'")
                .update();
        event("directory.snapshot.requested", UUID.randomUUID().toString(), 1, "{\"owner\": \"alerts\"}");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(events("alerts.alert.issued"))
                    .singleElement()
                    .satisfies(
                            json -> assertThat(json).contains(live.reference().value()));
            assertThat(events("alerts.alert.cancelled"))
                    .singleElement()
                    .satisfies(json ->
                            assertThat(json).contains(cancelled.reference().value()));
        });
    }

    @Test
    void references_count_up_within_a_force_and_year() {
        var first = desk.write(NORTH, AlertId.next(), content());
        var second = desk.write(WATFORD_OFFICER, AlertId.next(), content(TOWN_CENTRE));
        assertThat(first.reference().value()).matches("hrt-\\d{4}-0001");
        assertThat(second.reference().value())
                .isEqualTo(first.reference().value().replace("0001", "0002"));
    }
}
