package org.bluelamp.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void a_new_reference_reads_back_as_itself() {
        Random random = new Random(1);
        Set<Reference> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Reference reference = Reference.random(random);
            assertThat(Reference.read(reference.value())).contains(reference);
            seen.add(reference);
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void what_a_person_types_from_a_note_or_the_telephone_is_understood() {
        Reference reference = new Reference("0K1M-Q9TF");
        assertThat(Reference.read(" okim q9tf ")).contains(reference);
        assertThat(Reference.read("0kLmq9tf")).contains(reference);
    }

    @Test
    void anything_else_is_no_reference() {
        assertThat(Reference.read("")).isEmpty();
        assertThat(Reference.read("7K3M-Q9T")).isEmpty();
        assertThat(Reference.read("7K3M-Q9T!")).isEmpty();
        assertThatThrownBy(() -> new Reference("7k3m-q9tf")).isInstanceOf(IllegalArgumentException.class);
    }
}
