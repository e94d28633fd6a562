package org.bluelamp.feedback.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;

class SubmissionKeyTest {

    @Test
    void a_form_sent_twice_has_one_key() {
        assertThat(SubmissionKey.ofForm("token", submission("Noise", "Park").content()))
                .isEqualTo(SubmissionKey.ofForm(
                        "token", submission("Noise", "Park").content()));
    }

    @Test
    void the_same_form_with_something_else_written_has_another_key() {
        assertThat(SubmissionKey.ofForm("token", submission("Noise", "Park").content()))
                .isNotEqualTo(SubmissionKey.ofForm(
                        "token", submission("More noise", "Park").content()));
    }

    @Test
    void two_residents_who_write_the_same_have_two_keys() {
        assertThat(SubmissionKey.ofForm("hers", submission("Noise", "Park").content()))
                .isNotEqualTo(
                        SubmissionKey.ofForm("his", submission("Noise", "Park").content()));
    }

    @Test
    void what_moves_from_one_field_to_the_next_is_other_content() {
        assertThat(submission("Noise at", "the park").content())
                .isNotEqualTo(submission("Noise ", "at the park").content());
    }

    @Test
    void an_api_client_cannot_meet_the_key_of_a_form() {
        Submission submission = submission("Noise", "Park");
        assertThat(SubmissionKey.ofClient("token")).isNotEqualTo(SubmissionKey.ofForm("token", submission.content()));
    }

    private static Submission submission(String text, String place) {
        return new Submission(
                new AreaCode("hertfordshire/stevenage/stevenage-north"),
                Set.of("speeding"),
                text,
                place,
                "",
                Effect.SOME,
                null);
    }
}
