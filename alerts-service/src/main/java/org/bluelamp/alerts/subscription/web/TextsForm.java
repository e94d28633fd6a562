package org.bluelamp.alerts.subscription.web;

import java.util.Optional;
import org.bluelamp.alerts.sms.TextTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the page about text messages asks, each button's part as it was sent.
 *
 * @param number a mobile number
 * @param code the code that was sent to one
 * @param texts the word of whether and when texts are wanted
 * @param from the hour at which they begin
 * @param until the hour at which they end
 */
record TextsForm(
        @Nullable String number,
        @Nullable String code,
        @Nullable String texts,
        @Nullable String from,
        @Nullable String until) {

    static TextsForm of(TextTimes times) {
        return new TextsForm(
                null, null, times.when().word(), String.valueOf(times.from()), String.valueOf(times.until()));
    }

    /** With what is chosen already, where the button that was pressed sent no times. */
    TextsForm filled(TextTimes times) {
        var chosen = of(times);
        return from == null && until == null && texts == null
                ? new TextsForm(number, code, chosen.texts, chosen.from, chosen.until)
                : this;
    }

    /** The times; empty when something is wrong, which is then told at its field. */
    Optional<TextTimes> readTimes(Errors errors) {
        var when = TextTimes.When.of(texts == null ? "" : texts);
        var begin = hour(from);
        var end = hour(until);
        if (when.isEmpty()) {
            errors.rejectValue("texts", "texts", "Select when we can text you");
            return Optional.empty();
        }
        if (when.get() != TextTimes.When.HOURS) {
            return Optional.of(new TextTimes(
                    when.get(), begin < 0 ? TextTimes.ALWAYS.from() : begin, end < 0 ? TextTimes.ALWAYS.until() : end));
        }
        if (begin < 0) {
            errors.rejectValue("from", "from", "Choose the hour from which we may text you");
        }
        if (end < 0 || begin == end) {
            errors.rejectValue("until", "until", "Choose another hour until which we may text you");
        }
        return begin < 0 || end < 0 || begin == end
                ? Optional.empty()
                : Optional.of(new TextTimes(when.get(), begin, end));
    }

    private static int hour(@Nullable String sent) {
        return sent != null && sent.matches("\\d{1,2}") && Integer.parseInt(sent) < 24 ? Integer.parseInt(sent) : -1;
    }
}
