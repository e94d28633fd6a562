package org.bluelamp.feedback.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.concern.Draft.InOrder;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class IntakeTest extends FeedbackTest {

    @Autowired
    private Intake intake;

    @Test
    void a_concern_that_breaks_off_leaves_nothing_behind_and_can_be_sent_again() {
        SubmissionKey key = SubmissionKey.ofClient("b1946ac9");
        Submission newTheme = about("street-races");
        assertThatThrownBy(() -> intake.take(newTheme, key)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(count("\"case\"")).isZero();
        assertThat(count("concern")).isZero();

        jdbc.sql("insert into theme (position, code, name) values (99, 'street-races', 'Street races')")
                .update();
        try {
            assertThat(intake.take(newTheme, key).reference())
                    .isEqualTo(intake.take(newTheme, key).reference());
            assertThat(count("concern")).isEqualTo(1);
        } finally {
            jdbc.sql("delete from concern_theme").update();
            jdbc.sql("delete from theme where code = 'street-races'").update();
        }
    }

    @Test
    void a_case_without_its_concern_ends_the_request_and_not_the_service() {
        SubmissionKey key = SubmissionKey.ofClient("2ac9cb7d");
        intake.take(about("speeding"), key);
        jdbc.sql("delete from concern_theme").update();
        jdbc.sql("delete from concern").update();
        assertThatThrownBy(() -> intake.take(about("speeding"), key)).isInstanceOf(IllegalStateException.class);
    }

    private static Submission about(String theme) {
        Draft draft = new Draft(new AreaCode(STEVENAGE_NORTH), List.of(theme), "They race", "", "", "some");
        return ((InOrder) draft.check(List.of(new Theme(theme, theme, "")))).submission();
    }
}
