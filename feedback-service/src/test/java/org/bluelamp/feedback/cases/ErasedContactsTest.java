package org.bluelamp.feedback.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ErasedContactsTest extends FeedbackTest {

    private static final AreaCode NORTH = new AreaCode(STEVENAGE_NORTH);
    private static final StaffMember OLIVE = new StaffMember("olive", "Olive", Set.of(Role.OFFICER), Set.of(NORTH));
    private static final Duration DAYS_28 = Duration.ofDays(28);

    @Autowired
    private ContactIntake intake;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private ErasedContacts erasing;

    @Autowired
    private ErasedWords words;

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void contact_details_are_erased_28_days_after_closing_and_not_before() {
        Reference reference = send("one");
        desk.close(OLIVE, reference, 1, Closing.SPOKEN);
        Instant closed = ((Closed) held(reference)).closedAt();
        assertThat(erasing.deleteExpired(closed.plus(DAYS_28).minusMillis(1), 100))
                .isZero();
        assertThat(desk.details(OLIVE, held(reference)).mail()).isEqualTo("rosa@resident.example");
        assertThat(erasing.deleteExpired(closed.plus(DAYS_28), 100)).isEqualTo(1);
        assertThat(held(reference).matter().reach()).isEqualTo(new Matter.Reach(false, false, closed.plus(DAYS_28)));
        assertThat(desk.details(OLIVE, held(reference))).isEqualTo(new ContactDetails(null, null));
        assertThat(erasing.deleteExpired(closed.plus(DAYS_28), 100)).isZero();
    }

    @Test
    void an_answer_that_nobody_closed_ends_the_time_as_well() {
        Reference reference = send("one");
        desk.answer(OLIVE, reference, 1, "On Friday", "form");
        Instant answered = ((Answered) held(reference)).answeredAt();
        assertThat(erasing.deleteExpired(answered.plus(DAYS_28), 100)).isEqualTo(1);
    }

    @Test
    void what_still_waits_for_an_answer_keeps_its_details_however_late_it_is() {
        send("one");
        assertThat(erasing.deleteExpired(Instant.now().plus(Duration.ofDays(4000)), 100))
                .isZero();
    }

    @Test
    void what_was_set_aside_and_nobody_answers_keeps_its_details_28_days() {
        Reference reference = send("one");
        jdbc.sql("update \"case\" set set_aside = 'too-fast'").update();
        Instant came = held(reference).matter().receivedAt();
        assertThat(erasing.deleteExpired(came.plus(DAYS_28).minusMillis(1), 100))
                .isZero();
        assertThat(erasing.deleteExpired(came.plus(DAYS_28), 100)).isOne();
        assertThat(held(reference).matter().reach().any()).isFalse();
    }

    @Test
    void what_was_written_is_erased_a_year_after_the_end_and_what_is_counted_stays() {
        Reference reference = send("Noise in Elm Walk");
        Reference waiting = send("Nobody has answered");
        desk.note(OLIVE, reference, "Spoke to the sender in Elm Walk", "note");
        desk.answer(OLIVE, reference, 1, "We walk there on Friday", "form");
        Instant answered = ((Answered) held(reference)).answeredAt();
        Instant aYear = answered.plus(ErasedWords.KEPT).plusSeconds(60);
        assertThat(words.deleteExpired(answered.plus(ErasedWords.KEPT).minusSeconds(60), 100))
                .isZero();
        assertThat(words.deleteExpired(aYear, 100)).isOne();
        assertThat(words.deleteExpired(aYear, 100)).isZero();
        assertThat(held(reference).matter().message()).isEqualTo("Erased a year after it ended.");
        assertThat(desk.entries(held(reference))).hasSize(2);
        assertThat(jdbc.sql("select string_agg(text, '') from case_entry")
                        .query(String.class)
                        .single())
                .doesNotContain("Elm Walk", "Friday");
        assertThat(held(waiting).matter().message()).isEqualTo("Nobody has answered");
        assertThat(count("case_promise where answered_at is not null")).isOne();
    }

    @Test
    void a_concern_loses_its_words_and_places_with_its_case_and_keeps_its_themes() throws Exception {
        mvc.perform(racers(UUID.randomUUID().toString())).andExpect(status().isSeeOther());
        jdbc.sql("update concern set public_text = 'Racers', public_at = received_at, lat = 50.7351, lng = 0")
                .update();
        Reference reference = new Reference(
                jdbc.sql("select reference from concern").query(String.class).single());
        desk.close(OLIVE, reference, 1, Closing.SPOKEN);
        words.deleteExpired(Instant.now().plus(ErasedWords.KEPT).plusSeconds(60), 100);
        assertThat(jdbc.sql("select concern::text from concern")
                        .query(String.class)
                        .single())
                .doesNotContain("Racers", "Elm Walk", "At night", "50.7351")
                .contains("some");
        assertThat(count("concern_theme")).isOne();
    }

    @Test
    void nobody_can_try_out_words_on_what_is_left_of_an_erased_concern_and_its_form_is_still_one() throws Exception {
        String token = UUID.randomUUID().toString();
        mvc.perform(racers(token)).andExpect(status().isSeeOther());
        desk.close(
                OLIVE,
                new Reference(jdbc.sql("select reference from concern")
                        .query(String.class)
                        .single()),
                1,
                Closing.SPOKEN);
        String digests = "select encode(content_digest, 'hex') from concern";
        String before = jdbc.sql(digests).query(String.class).single();
        words.deleteExpired(Instant.now().plus(ErasedWords.KEPT).plusSeconds(60), 100);
        assertThat(jdbc.sql(digests).query(String.class).single()).isNotEqualTo(before);
        mvc.perform(racers(token)).andExpect(status().isSeeOther());
        assertThat(count("concern")).isOne();
    }

    @Test
    void replicas_that_erase_at_once_share_the_work() throws Exception {
        for (int i = 0; i < 20; i++) {
            desk.close(OLIVE, send("message " + i), 1, Closing.SPOKEN);
        }
        Instant later = Instant.now().plus(DAYS_28).plusSeconds(60);
        int erased = 0;
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            for (var one : replicas.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(n -> () -> erasing.deleteExpired(later, 5))
                    .toList())) {
                erased += one.get();
            }
        }
        assertThat(erased).isEqualTo(20);
        assertThat(jdbc.sql("select count(*) from \"case\" where mail is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_programs_key_is_taken_for_no_other_concern_when_the_words_it_came_with_are_erased() throws Exception {
        mvc.perform(raised("Racers")).andExpect(status().isCreated());
        desk.close(
                OLIVE,
                new Reference(jdbc.sql("select reference from concern")
                        .query(String.class)
                        .single()),
                1,
                Closing.SPOKEN);
        words.deleteExpired(Instant.now().plus(ErasedWords.KEPT).plusSeconds(60), 100);
        mvc.perform(raised("Burglars")).andExpect(status().isUnprocessableContent());
    }

    private static MockHttpServletRequestBuilder raised(String text) {
        return post("/api/v1/feedback/concerns")
                .header("Idempotency-Key", "one")
                .contentType("application/json")
                .content("""
                        {"area": "%s", "themes": ["speeding"], "text": "%s", "effect": "some"}""".formatted(STEVENAGE_NORTH, text));
    }

    private static MockHttpServletRequestBuilder racers(String token) {
        return post("/have-your-say/stevenage/stevenage-north")
                .param("themes", "speeding")
                .param("text", "Racers")
                .param("place", "Elm Walk")
                .param("times", "At night")
                .param("effect", "some")
                .param("opened", "1")
                .param("token", token);
    }

    private Reference send(String text) {
        return intake.take(
                        new ContactMessage(
                                NORTH, Kind.MESSAGE, text, new ContactDetails("rosa@resident.example", "01632 960001")),
                        text,
                        null)
                .reference();
    }

    private Case held(Reference reference) {
        return desk.find(OLIVE, reference).orElseThrow();
    }
}
