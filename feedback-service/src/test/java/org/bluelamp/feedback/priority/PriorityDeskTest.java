package org.bluelamp.feedback.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.concern.Draft.InOrder;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class PriorityDeskTest extends FeedbackTest {

    private static final AreaCode NORTH = new AreaCode(STEVENAGE_NORTH);
    private static final StaffMember SAM = staff("Sam", STEVENAGE_NORTH, Role.SERGEANT, Role.OFFICER);
    private static final StaffMember ADA = staff("Ada", "hertfordshire", Role.ADMINISTRATOR);

    @Autowired
    private PriorityDesk desk;

    @Autowired
    private Priorities priorities;

    @Autowired
    private Intake intake;

    @Test
    void what_was_set_is_kept_to_the_letter_through_every_state() {
        Priority open = set("Bikes & “quotes” 🚲");
        assertThat(priorities.find(open.id())).contains(open);
        Priority continued = desk.review(SAM, open.id(), 1, "Four were seized");
        assertThat(priorities.find(open.id())).contains(continued);
        Priority completed = desk.complete(SAM, open.id(), 2, "No more bikes");
        assertThat(priorities.find(open.id())).contains(completed);
        Priority replaced = desk.replace(SAM, set("Noise").id(), 1, "It stopped");
        assertThat(priorities.find(replaced.id())).contains(replaced);
        Priority planned = desk.plan(
                SAM, set("Cars").id(), 1, PlannedAction.of("Checks 🚓", "Roads policing", LocalDate.of(2030, 2, 1)));
        assertThat(priorities.find(planned.id())).contains(planned);
        UUID action = planned.undertaking().plan().getFirst().id();
        Priority done = desk.finish(SAM, planned.id(), 2, action, "Forty were stopped");
        assertThat(priorities.find(planned.id())).contains(done);
        Priority withdrawn = desk.withdraw(SAM, planned.id(), 3, "Of another neighbourhood");
        assertThat(priorities.find(planned.id())).contains(withdrawn);
    }

    @Test
    void every_change_is_announced_in_full_as_the_contract_says() {
        Priority priority = set("Motorbikes");
        desk.revise(SAM, priority.id(), 1, words("Motorbikes on paths"));
        desk.review(SAM, priority.id(), 2, "Four were seized");
        desk.complete(SAM, priority.id(), 3, "No more bikes");
        desk.replace(SAM, set("Noise").id(), 1, "It stopped");

        List<Announced> events = announced(priority.id());
        assertThat(events).extracting(Announced::type).containsOnly("feedback.priority.changed");
        assertThat(events).extracting(Announced::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events).allSatisfy(event -> Contracts.validate(event.type(), event.data()));
        assertThat(events.getLast().data()).contains("completed", "No more bikes", "Four were seized");
        assertThat(deeds(priority.id()))
                .containsExactly(
                        "priority.set Sam", "priority.revised Sam", "priority.reviewed Sam", "priority.completed Sam");
    }

    @Test
    void a_priority_without_an_action_keeps_the_contract_too() {
        Priority priority =
                desk.set(SAM, PriorityId.next(), NORTH, new PriorityDesk.Words("Noise", "It is loud", ""), Set.of());
        assertThat(announced(priority.id()))
                .singleElement()
                .satisfies(event -> Contracts.validate(event.type(), event.data()));
    }

    @Test
    void a_fourth_priority_has_no_place_until_one_has_ended() {
        Priority first = set("One");
        set("Two");
        set("Three");
        assertThatThrownBy(() -> set("Four")).isInstanceOf(TooManyPrioritiesException.class);
        desk.complete(SAM, first.id(), 1, "Done");
        set("Four");
        assertThat(priorities.current(NORTH))
                .extracting(priority -> priority.aim().issue())
                .containsExactlyInAnyOrder("Two", "Three", "Four");
        set(ADA, new AreaCode(TOWN_CENTRE), "Another neighbourhood has places of its own");
    }

    @Test
    void however_many_set_one_at_once_three_are_kept() throws Exception {
        List<Boolean> kept = new ArrayList<>();
        try (ExecutorService several = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> rivals = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(n -> () -> {
                        try {
                            set("Priority " + n);
                            return true;
                        } catch (TooManyPrioritiesException e) {
                            return false;
                        }
                    })
                    .toList();
            for (Future<Boolean> one : several.invokeAll(rivals)) {
                kept.add(one.get());
            }
        }
        assertThat(kept).filteredOn(yes -> yes).hasSize(3);
        assertThat(priorities.current(NORTH)).hasSize(3);
    }

    @Test
    void the_same_form_sent_twice_sets_one() {
        PriorityId id = PriorityId.next();
        desk.set(SAM, id, NORTH, words("Noise"), Set.of());
        desk.set(SAM, id, NORTH, words("Noise"), Set.of());
        assertThat(count("priority")).isEqualTo(1);
        assertThat(announced(id)).hasSize(1);
    }

    @Test
    void two_who_name_the_same_evidence_at_once_hear_that_one_was_first() throws Exception {
        Priority priority = set("Noise");
        Set<Reference> evidence = IntStream.range(0, 20)
                .mapToObj(n -> concern(STEVENAGE_NORTH, "Loud " + n))
                .collect(Collectors.toSet());
        List<String> heard = new ArrayList<>();
        try (ExecutorService several = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> rivals = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(n -> () -> {
                        try {
                            desk.back(SAM, priority.id(), priority.version(), evidence);
                            return "kept";
                        } catch (StalePriorityException e) {
                            return "stale";
                        }
                    })
                    .toList();
            for (Future<String> one : several.invokeAll(rivals)) {
                heard.add(one.get());
            }
        }
        assertThat(heard)
                .as("who comes when it is named already hears so, or that it was")
                .contains("kept")
                .isSubsetOf("kept", "stale");
        assertThat(deeds(priority.id()))
                .filteredOn(deed -> deed.startsWith("priority.backed"))
                .hasSize(1);
        assertThat(priorities.evidence(priority.id())).isEqualTo(evidence);
    }

    @Test
    void who_looks_at_an_older_version_changes_nothing() {
        Priority priority = set("Noise");
        desk.review(SAM, priority.id(), 1, "Looked into it");
        assertThatThrownBy(() -> desk.complete(SAM, priority.id(), 1, "Done"))
                .isInstanceOf(StalePriorityException.class);
        desk.complete(SAM, priority.id(), 2, "Done");
        assertThatThrownBy(() -> desk.review(SAM, priority.id(), 3, "Again"))
                .isInstanceOf(StalePriorityException.class);
        assertThat(announced(priority.id())).hasSize(3);
    }

    @Test
    void sergeants_and_administrators_act_in_their_areas_and_nobody_else() {
        Priority priority = set("Noise");
        StaffMember officer = staff("Olive", STEVENAGE_NORTH, Role.OFFICER);
        StaffMember watford = staff("Will", "hertfordshire/watford", Role.SERGEANT, Role.OFFICER);
        StaffMember editor = staff("Erin", "hertfordshire", Role.EDITOR, Role.APPROVER);
        for (StaffMember stranger : List.of(officer, watford, editor)) {
            assertThatThrownBy(() -> set(stranger, NORTH, "Mine")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> desk.review(stranger, priority.id(), 1, "Mine"))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> desk.back(stranger, priority.id(), 1, Set.of()))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(desk.priority(officer, priority.id())).isPresent();
        assertThatThrownBy(() -> desk.priority(watford, priority.id())).isInstanceOf(AccessDeniedException.class);
        desk.review(ADA, priority.id(), 1, "Looked into it");
        desk.review(staff("Ines", "hertfordshire/stevenage", Role.SERGEANT), priority.id(), 2, "And again");
    }

    @Test
    void evidence_is_the_number_of_concerns_of_the_neighbourhood_and_nothing_of_them_leaves() {
        Reference first = concern(STEVENAGE_NORTH, "xylophone at night");
        Reference second = concern(STEVENAGE_NORTH, "xylophone at noon");
        Reference elsewhere = concern(TOWN_CENTRE, "xylophone in Watford");
        Priority priority = desk.set(SAM, PriorityId.next(), NORTH, words("Noise"), Set.of(first, second, elsewhere));
        assertThat(priority.undertaking().evidence()).isEqualTo(2);
        Priority fewer = desk.back(SAM, priority.id(), priority.version(), Set.of(second));
        assertThat(fewer.undertaking().evidence()).isEqualTo(1);
        assertThat(priorities.evidence(priority.id())).containsExactly(second);
        assertThat(announced(priority.id())).hasSize(2).allSatisfy(event -> {
            Contracts.validate(event.type(), event.data());
            assertThat(event.data()).doesNotContain("xylophone", first.value(), second.value());
        });
    }

    @Test
    void an_administrator_who_reads_no_concerns_cannot_link_them() {
        Reference concern = concern(STEVENAGE_NORTH, "Private");
        assertThatThrownBy(() -> desk.set(ADA, PriorityId.next(), NORTH, words("Noise"), Set.of(concern)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(count("priority")).isZero();
    }

    @Test
    void a_service_that_asks_gets_every_priority_again_in_its_present_version() {
        Priority open = set("Noise");
        Priority ended = desk.complete(SAM, set("Bikes").id(), 1, "Done");
        jdbc.sql("delete from messaging.outbox where subject in (:ids)")
                .param("ids", List.of(open.id().toString(), ended.id().toString()))
                .update();
        dispatch(event("directory.snapshot.requested", "feedback", 1, "{\"owner\": \"feedback\"}"));
        await().untilAsserted(() -> {
            assertThat(announced(open.id())).extracting(Announced::version).containsExactly(1L);
            assertThat(announced(ended.id())).extracting(Announced::version).containsExactly(2L);
        });
        assertThat(announced(ended.id())).allSatisfy(event -> Contracts.validate(event.type(), event.data()));
    }

    private Priority set(String issue) {
        return set(SAM, NORTH, issue);
    }

    private Priority set(StaffMember staff, AreaCode area, String issue) {
        return desk.set(staff, PriorityId.next(), area, words(issue), Set.of());
    }

    private static PriorityDesk.Words words(String issue) {
        return new PriorityDesk.Words(issue, "Residents told us", "We look into it");
    }

    private Reference concern(String area, String text) {
        Draft draft = new Draft(new AreaCode(area), List.of("speeding"), text, "", "", "some");
        var submission = ((InOrder) draft.check(List.of(new Theme("speeding", "Speeding", "")))).submission();
        return intake.take(submission, SubmissionKey.ofClient(text)).reference();
    }

    private static StaffMember staff(String name, String area, Role... roles) {
        return new StaffMember(name, name, Set.of(roles), Set.of(new AreaCode(area)));
    }
}
