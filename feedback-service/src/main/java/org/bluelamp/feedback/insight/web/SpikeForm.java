package org.bluelamp.feedback.insight.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.feedback.insight.Spike.Outcome;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What became of a sudden rise, as it was typed.
 *
 * @param outcome word of an {@link Outcome}
 * @param note for colleagues
 */
public record SpikeForm(String outcome, String note) {

    /** Takes what a browser sent. */
    public SpikeForm(@Nullable String outcome, @Nullable String note) {
        this.outcome = Objects.requireNonNullElse(outcome, "");
        this.note = Typed.clean(Objects.requireNonNullElse(note, "")).strip();
    }

    static SpikeForm blank() {
        return new SpikeForm(null, null);
    }

    Optional<Outcome> chosen() {
        return Arrays.stream(Outcome.values())
                .filter(one -> one.word().equals(outcome))
                .findFirst();
    }
}
