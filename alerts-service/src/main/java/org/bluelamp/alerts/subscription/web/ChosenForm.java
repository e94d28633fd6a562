package org.bluelamp.alerts.subscription.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.preference.Frequency;
import org.bluelamp.alerts.preference.LeastSeverity;
import org.bluelamp.alerts.preference.Preferences;
import org.bluelamp.alerts.preference.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The choices for one area as they were sent.
 *
 * @param frequency the code of how often
 * @param topics the codes of what; null when nothing is ticked
 * @param leastSeverity the code of which alerts
 */
record ChosenForm(
        @Nullable String frequency,
        @Nullable List<String> topics,
        @Nullable String leastSeverity) {

    static ChosenForm of(Preferences preferences) {
        return new ChosenForm(
                preferences.frequency().code(),
                preferences.inOrder().stream().map(Topic::code).toList(),
                preferences.leastSeverity().code());
    }

    /** The choices; empty when something is wrong, which is then told at its field. */
    Optional<Preferences> read(Errors errors) {
        if (Frequency.of(text(frequency)).isEmpty()) {
            errors.rejectValue("frequency", "frequency", "Select how often you want emails");
        }
        var codes = topics == null ? List.<String>of() : topics;
        if (codes.isEmpty() || codes.stream().anyMatch(code -> Topic.of(code).isEmpty())) {
            errors.rejectValue("topics", "topics", "Select at least one topic");
        }
        if (LeastSeverity.of(text(leastSeverity)).isEmpty()) {
            errors.rejectValue("leastSeverity", "leastSeverity", "Select which alerts you want");
        }
        return Preferences.of(text(frequency), codes, text(leastSeverity));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
