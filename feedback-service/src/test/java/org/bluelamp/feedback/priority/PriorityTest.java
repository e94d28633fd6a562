package org.bluelamp.feedback.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;

class PriorityTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 11);

    private final Open open = Open.set(
            PriorityId.next(),
            new AreaCode("hertfordshire/watford/town-centre"),
            Aim.of("Bikes ", "Thirty were taken", "Marking days", MARCH),
            MARCH);

    @Test
    void it_begins_open_and_every_change_raises_its_version() {
        assertThat(open.status()).isEqualTo(PriorityStatus.OPEN);
        assertThat(open.version()).isEqualTo(1);
        Continued continued = open.review("Two days held", MAY);
        assertThat(continued.status()).isEqualTo(PriorityStatus.CONTINUED);
        assertThat(continued.version()).isEqualTo(2);
        assertThat(continued.complete("None was taken since", MAY))
                .satisfies(done -> assertThat(done.status()).isEqualTo(PriorityStatus.COMPLETED))
                .satisfies(done -> assertThat(done.version()).isEqualTo(3))
                .satisfies(done -> assertThat(done.review()).isEqualTo(continued.review()));
        assertThat(open.replace("Something worse came up", MAY).status()).isEqualTo(PriorityStatus.REPLACED);
    }

    @Test
    void it_is_fresh_for_three_months_from_when_it_was_set_or_last_reviewed() {
        assertThat(open.freshOn(LocalDate.of(2026, 6, 1))).isTrue();
        assertThat(open.freshOn(LocalDate.of(2026, 6, 2))).isFalse();
        assertThat(open.review("Two days held", MAY).freshOn(LocalDate.of(2026, 8, 10)))
                .isTrue();
        assertThat(open.review("Two days held", MAY).freshOn(LocalDate.of(2026, 8, 11)))
                .isFalse();
    }

    @Test
    void better_words_are_no_review_and_keep_the_day_of_an_action_that_stays() {
        Current revised = open.revise("Bicycle thefts", "Thirty were taken", "Marking days", MAY);
        assertThat(revised.reviewedOn()).isEqualTo(MARCH);
        assertThat(revised.aim().action()).isEqualTo(new Aim.Action("Marking days", MARCH));
        assertThat(revised.revise("Bicycle thefts", "Thirty were taken", "A decoy", MAY)
                        .aim()
                        .action())
                .isEqualTo(new Aim.Action("A decoy", MAY));
        assertThat(revised.revise("Bicycle thefts", "Thirty were taken", " ", MAY)
                        .aim()
                        .action())
                .isNull();
    }

    @Test
    void an_issue_is_one_line_and_other_texts_keep_theirs() {
        Aim aim = Aim.of("Bikes\r\n at  night ", " One\r\ntwo ", "", MARCH);
        assertThat(aim.issue()).isEqualTo("Bikes at night");
        assertThat(aim.why()).isEqualTo("One\ntwo");
    }

    @Test
    void texts_that_break_a_rule_cannot_be_made() {
        assertThatThrownBy(() -> Aim.of(" ", "Why", "", MARCH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Aim.of("x".repeat(201), "Why", "", MARCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open.complete("", MAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open.replace("x".repeat(1001), MAY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Aim.of("🚲".repeat(200), "Why", "", MARCH).issue()).hasSize(400);
    }
}
