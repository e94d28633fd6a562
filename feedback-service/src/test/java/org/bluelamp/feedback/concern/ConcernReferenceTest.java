package org.bluelamp.feedback.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConcernReferenceTest {

    @Test
    void a_new_reference_reads_back_as_itself() {
        Random random = new Random(1);
        Set<ConcernReference> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ConcernReference reference = ConcernReference.random(random);
            assertThat(ConcernReference.read(reference.value())).contains(reference);
            seen.add(reference);
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void what_a_person_types_from_a_note_or_the_telephone_is_understood() {
        ConcernReference reference = new ConcernReference("0K1M-Q9TF");
        assertThat(ConcernReference.read(" okim q9tf ")).contains(reference);
        assertThat(ConcernReference.read("0kLmq9tf")).contains(reference);
    }

    @Test
    void anything_else_is_no_reference() {
        assertThat(ConcernReference.read("")).isEmpty();
        assertThat(ConcernReference.read("7K3M-Q9T")).isEmpty();
        assertThat(ConcernReference.read("7K3M-Q9T!")).isEmpty();
        assertThatThrownBy(() -> new ConcernReference("7k3m-q9tf")).isInstanceOf(IllegalArgumentException.class);
    }
}
