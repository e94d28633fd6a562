package org.bluelamp.feedback.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;

class CaseTest {

    private static final AreaCode NORTH = new AreaCode("hertfordshire/stevenage/stevenage-north");
    private static final AreaCode SOUTH = new AreaCode("hertfordshire/stevenage/stevenage-south");

    /** A Friday evening: the 72 hours run through the weekend. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T18:30:00Z");

    private static final Instant SUNDAY = FRIDAY.plus(Duration.ofHours(40));

    private final Received received = new Received(
            new Matter(
                    UUID.randomUUID(),
                    new Reference("7K3M-Q9TF"),
                    Kind.MESSAGE,
                    NORTH,
                    "When do you come?",
                    new Matter.Reach(true, false, null),
                    SetAside.HONEYPOT,
                    FRIDAY,
                    null,
                    null,
                    false,
                    Matter.Ties.NONE),
            FRIDAY,
            1);

    @Test
    void an_answer_is_due_72_hours_by_the_clock_after_it_was_received() {
        assertThat(received.dueAt()).isEqualTo("2026-11-30T18:30:00Z");
        assertThat(received.overdueAt(received.dueAt())).isFalse();
        assertThat(received.overdueAt(received.dueAt().plusMillis(1))).isTrue();
    }

    @Test
    void handing_it_over_does_not_move_the_time() {
        Received handed = received.handOver(SOUTH);
        assertThat(handed.area()).isEqualTo(SOUTH);
        assertThat(handed.dueAt()).isEqualTo(received.dueAt());
        assertThat(handed.version()).isEqualTo(2);
        assertThatThrownBy(() -> handed.handOver(SOUTH)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_clock_goes_by_the_first_answer() {
        Answered answered = received.answer(SUNDAY);
        assertThat(answered.answer().answeredAt()).isEqualTo(SUNDAY);
        assertThat(answered.close(Closing.SETTLED, SUNDAY.plusSeconds(60)).answeredAt())
                .isEqualTo(SUNDAY);
    }

    @Test
    void what_is_answered_or_handed_over_is_no_longer_set_aside() {
        assertThat(received.answer(SUNDAY).matter().setAside()).isNull();
        assertThat(received.handOver(SOUTH).matter().setAside()).isNull();
    }

    @Test
    void who_was_set_aside_does_not_free_themselves() {
        assertThat(received.matter().withRecourse(SUNDAY).setAside()).isEqualTo(SetAside.HONEYPOT);
        Closed closed = received.close(Closing.NO_MESSAGE, SUNDAY);
        assertThat(closed.askAgain(SUNDAY).matter().setAside()).isEqualTo(SetAside.HONEYPOT);
        assertThat(received.matter().heldBy(null).setAside()).isEqualTo(SetAside.HONEYPOT);
        assertThat(received.matter().mergedInto(new Reference("0000-0000")).setAside())
                .isEqualTo(SetAside.HONEYPOT);
    }

    @Test
    void it_is_not_closed_as_answered_before_anybody_has_answered() {
        assertThatThrownBy(() -> received.close(Closing.SETTLED, SUNDAY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(received.close(Closing.SPOKEN, SUNDAY).answeredAt()).isNull();
    }

    @Test
    void who_asks_again_is_promised_an_answer_anew() {
        Answered answered = received.answer(SUNDAY);
        Reopened again = answered.askAgain(SUNDAY.plusSeconds(60));
        assertThat(again.dueAt()).isEqualTo(SUNDAY.plusSeconds(60).plus(Case.PROMISE));
        assertThat(again.answer(again.dueAt()).answeredAt()).isEqualTo(SUNDAY);
        assertThat(received.close(Closing.SPOKEN, SUNDAY).askAgain(SUNDAY).answeredAt())
                .isNull();
        assertThat(again.version()).isEqualTo(3);
    }

    @Test
    void cases_that_are_answered_together_are_due_by_the_earlier_time() {
        Received later = new Received(received.matter(), SUNDAY, 1);
        assertThat(later.answeringFor(received).dueAt()).isEqualTo(received.dueAt());
        assertThat(received.answeringFor(later).dueAt()).isEqualTo(received.dueAt());
    }

    @Test
    void a_day_before_it_is_due_it_is_due_soon_and_afterwards_late() {
        assertThat(received.soonAt(received.dueAt().minus(Waiting.REMINDER).minusMillis(1)))
                .isFalse();
        assertThat(received.soonAt(received.dueAt().minus(Waiting.REMINDER))).isTrue();
        assertThat(received.soonAt(received.dueAt().plusMillis(1))).isFalse();
    }

    @Test
    void nothing_that_the_sender_wrote_shows_when_a_case_is_printed() {
        assertThat(received.toString()).doesNotContain("When do you come");
    }
}
