package org.bluelamp.feedback.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bluelamp.feedback.submission.Reference;
import org.junit.jupiter.api.Test;

class BackingTest {

    @Test
    void support_with_and_without_a_code_is_told_apart_in_words() {
        assertThat(new Backing(0, 0).words()).isEqualTo("No support yet");
        assertThat(new Backing(1, 0).words()).isEqualTo("1 person with a code supports it");
        assertThat(new Backing(1200, 1).words()).isEqualTo("1,200 people with a code support it, and 1 without one");
        assertThat(new Backing(0, 1).words()).isEqualTo("1 person without a code supports it");
        assertThat(new Backing(0, 2).words()).isEqualTo("2 people without a code support it");
    }

    @Test
    void a_cause_is_read_from_its_word_and_nothing_else_is() {
        for (Cause cause :
                new Cause[] {new Cause.OfConcern(new Reference("7K3M-Q9TF")), new Cause.OfPriority(UUID.randomUUID())
                }) {
            assertThat(Cause.read(cause.code())).contains(cause);
        }
        for (String word : new String[] {"", "own", "c-", "p-", "p-1", "c-7K3M", "x-7K3M-Q9TF", "c-<script>"}) {
            assertThat(Cause.read(word)).as(word).isEmpty();
        }
    }
}
