package org.bluelamp.feedback.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Deeds that meet each other. */
class CaseDeskTest extends FeedbackTest {

    private static final AreaCode NORTH = new AreaCode(STEVENAGE_NORTH);
    private static final StaffMember OLIVE = new StaffMember("olive", "Olive", Set.of(Role.OFFICER), Set.of(NORTH));
    private static final StaffMember SAM = new StaffMember("sam", "Sam", Set.of(Role.SERGEANT), Set.of(NORTH));

    @Autowired
    private ContactIntake intake;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Sender sender;

    @Autowired
    private Recording recording;

    @Autowired
    private CannedAnswers canned;

    @Test
    void a_part_sent_twice_at_the_same_moment_is_one_case() throws Exception {
        for (int round = 0; round < 10; round++) {
            Reference whole = send("whole " + round);
            Callable<Reference> split = () -> desk.split(OLIVE, whole, 1, "The part", "form");
            assertThat(Set.copyOf(atOnce(split, split, split))).hasSize(1);
        }
    }

    @Test
    void what_is_recorded_twice_at_the_same_moment_is_one_case_and_both_are_told_so() throws Exception {
        for (int round = 0; round < 10; round++) {
            var message = new ContactMessage(NORTH, Kind.CONVERSATION, "Said " + round, ContactDetails.NONE);
            Callable<ContactIntake.Receipt> record =
                    () -> recording.record(OLIVE, message, "form", clock.instant(), "Answered at once");
            List<ContactIntake.Receipt> receipts = atOnce(record, record);
            assertThat(receipts).extracting(ContactIntake.Receipt::before).containsExactlyInAnyOrder(false, true);
            Reference kept = receipts.getFirst().reference();
            assertThat(receipts).extracting(ContactIntake.Receipt::reference).containsOnly(kept);
            assertThat(deeds(kept))
                    .containsExactly("case.recorded Olive", "case.assigned Olive", "case.answered Olive");
        }
    }

    @Test
    void of_two_cases_merged_into_each_other_at_once_one_is_answered_with_the_other() throws Exception {
        for (int round = 0; round < 10; round++) {
            Reference one = send("one " + round);
            Reference other = send("other " + round);
            List<Boolean> merged = atOnce(() -> merges(one, other), () -> merges(other, one));
            assertThat(merged).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void all_that_were_merged_into_a_case_go_along_however_many() {
        Reference one = send("one");
        Reference other = send("other");
        jdbc.sql("""
                        insert into "case" (id, reference, area_code, kind, message, submission_key, link_hash, state,
                                            received_at, asked_at, due_at, closed_at, closing, merged_into, version)
                        select gen_random_uuid(), '0000-' || lpad(n::text, 4, '0'), area_code, kind, message,
                               sha256(n::text::bytea), sha256(n::text::bytea), 'closed', received_at, asked_at, due_at,
                               received_at, 'merged', id, 2
                          from "case", generate_series(1, 130) n
                         where reference = :one""").param("one", one.value()).update();
        desk.merge(OLIVE, one, 1, other, "The same", "form");
        assertThat(count("\"case\" where merged_into = (select id from \"case\" where reference = '" + other + "')"))
                .isEqualTo(131);
    }

    @Test
    void no_answer_with_blanks_in_it_is_kept_whatever_page_it_comes_from() {
        Reference sent = send("one");
        assertThatThrownBy(() -> desk.answer(OLIVE, sent, 1, "We come on [day]", "answer"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(held(sent)).isInstanceOf(Received.class);
    }

    @Test
    void a_case_has_at_most_so_many_parts() {
        Reference whole = send("whole");
        for (int part = 0; part < CaseDesk.MOST_PARTS; part++) {
            desk.split(OLIVE, whole, part + 1, "Part " + part, "form");
        }
        assertThatThrownBy(() -> desk.split(OLIVE, whole, CaseDesk.MOST_PARTS + 1, "One more", "form"))
                .isInstanceOf(StaleCaseException.class);
        assertThat(desk.parts(desk.find(OLIVE, whole).orElseThrow())).hasSize(CaseDesk.MOST_PARTS);
    }

    @Test
    void what_a_supervisor_is_asked_to_answer_is_hers_in_the_case_it_is_merged_into_too() {
        ContactIntake.Receipt asked = receive("one");
        clock.moveBy(Case.PROMISE.plusHours(1));
        Reference other = send("other");
        sender.write(asked.link(), Entry.Kind.RECOURSE, "Nobody answers me", "recourse");
        desk.merge(OLIVE, asked.reference(), 2, other, "The same", "merge");
        assertThatThrownBy(() -> desk.answer(OLIVE, other, 2, "On Friday", "answer"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.close(OLIVE, other, 2, Closing.SPOKEN)).isInstanceOf(AccessDeniedException.class);
        assertThat(desk.answer(SAM, other, 2, "On Friday", "answer")).isTrue();
    }

    @Test
    void the_first_of_two_who_asked_for_a_supervisor_counts_when_their_cases_are_merged() {
        ContactIntake.Receipt first = receive("first");
        ContactIntake.Receipt second = receive("second");
        clock.moveBy(Case.PROMISE.plusHours(1));
        sender.write(first.link(), Entry.Kind.RECOURSE, "Nobody answers me", "first");
        Instant asked = held(first.reference()).matter().recourseAt();
        clock.moveBy(Duration.ofHours(1));
        sender.write(second.link(), Entry.Kind.RECOURSE, "Nor me", "second");
        desk.merge(OLIVE, first.reference(), 2, second.reference(), "The same", "merge");
        assertThat(held(second.reference()).matter().recourseAt()).isNotNull().isEqualTo(asked);
    }

    @Test
    void danger_is_with_whoever_has_it_in_hand_when_its_case_is_merged_into_another_and_else_with_nobody() {
        Holder bram = new Holder("bram", "Bram Okonjo");
        Holder olive = new Holder(OLIVE.id(), OLIVE.name());
        Reference untaken = send("There is a bomb");
        Reference taken = send("He has a gun");
        Reference one = send("The street lamp is out");
        Reference other = send("The bus shelter is broken");
        desk.assign(OLIVE, one, 1, bram);
        desk.assign(OLIVE, other, 1, bram);
        desk.assign(OLIVE, taken, 1, olive);
        desk.merge(OLIVE, untaken, 1, one, "The same", "merge");
        desk.merge(OLIVE, taken, 2, other, "The same", "merge");
        assertThat(held(one).matter().urgent()).isTrue();
        assertThat(held(one).matter().holder()).isNull();
        assertThat(held(other).matter().urgent()).isTrue();
        assertThat(held(other).matter().holder()).isEqualTo(olive);
    }

    @Test
    void a_part_is_as_dangerous_and_as_much_for_a_supervisor_as_the_whole() {
        ContactIntake.Receipt whole = receive("There is a bomb. Also, the street lamp is out");
        clock.moveBy(Case.PROMISE.plusHours(1));
        sender.write(whole.link(), Entry.Kind.RECOURSE, "Nobody answers me", "recourse");
        Reference part = desk.split(OLIVE, whole.reference(), 2, "The bomb", "split");
        assertThat(held(part).matter().urgent()).isTrue();
        assertThat(held(part).matter().recourseAt())
                .isEqualTo(held(whole.reference()).matter().recourseAt())
                .isNotNull();
        assertThatThrownBy(() -> desk.answer(OLIVE, part, 1, "On Friday", "answer"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_area_has_at_most_so_many_canned_answers_also_when_several_are_written_at_once() throws Exception {
        for (int n = 1; n < CannedAnswers.MOST; n++) {
            assertThat(writes("Answer " + n)).isTrue();
        }
        assertThat(atOnce(() -> writes("One"), () -> writes("Two"), () -> writes("Three"), () -> writes("Four")))
                .containsExactlyInAnyOrder(true, false, false, false);
        assertThat(count("canned_answer")).isEqualTo(CannedAnswers.MOST);
    }

    private boolean writes(String title) {
        return canned.save(SAM, new CannedAnswer(UUID.randomUUID(), NORTH, title, "We patrol.", 0));
    }

    private boolean merges(Reference one, Reference into) {
        try {
            desk.merge(OLIVE, one, 1, into, "The same", "form");
            return true;
        } catch (StaleCaseException tooLate) {
            return false;
        }
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... deeds) throws Exception {
        List<T> outcomes = new ArrayList<>();
        try (var people = Executors.newFixedThreadPool(deeds.length)) {
            for (Future<T> one : people.invokeAll(List.of(deeds))) {
                outcomes.add(one.get());
            }
        }
        return outcomes;
    }

    private Reference send(String text) {
        return receive(text).reference();
    }

    private ContactIntake.Receipt receive(String text) {
        return intake.take(new ContactMessage(NORTH, Kind.MESSAGE, text, ContactDetails.NONE), text, null);
    }

    private Case held(Reference reference) {
        return desk.find(OLIVE, reference).orElseThrow();
    }
}
