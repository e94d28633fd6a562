package org.bluelamp.alerts.subscription.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.preference.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The sign-up form as it was sent.
 *
 * @param address where mail is to go
 * @param area the code of the area to follow
 * @param frequency the code of how often; null together with the next two for who left the choices alone
 * @param topics the codes of what
 * @param leastSeverity the code of which alerts
 * @param opened when the form was opened, signed
 * @param website a field that people do not see and programs fill in
 * @param proof what a script worked out, where that was asked
 */
record SignUpForm(
        @Nullable String address,
        @Nullable String area,
        @Nullable String frequency,
        @Nullable List<String> topics,
        @Nullable String leastSeverity,
        @Nullable String opened,
        @Nullable String website,
        @Nullable String proof) {

    /** A form that nobody has filled in, for an area or none. */
    static SignUpForm blank(String area) {
        var all = ChosenForm.of(Preferences.EVERYTHING);
        return new SignUpForm("", area, all.frequency(), all.topics(), all.leastSeverity(), null, null, null);
    }

    /** The choices; empty when something is wrong, which is then told at its field. */
    Optional<Preferences> preferences(Errors errors) {
        return frequency == null && topics == null && leastSeverity == null
                ? Optional.of(Preferences.EVERYTHING)
                : new ChosenForm(frequency, topics, leastSeverity).read(errors);
    }
}
