package org.bluelamp.alerts.subscription.web;

import java.util.List;
import java.util.stream.IntStream;
import org.bluelamp.alerts.sms.TextTimes;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What the page about text messages shows.
 *
 * @param since the day on which the number was confirmed; null when there is none
 * @param times when texts are wanted, in words
 * @param comesBack the day since which texts come back; null when they do not
 * @param awaitsCode whether a code was sent and can be given back
 * @param form what was typed, or what is chosen
 */
public record MobilePage(
        String token,
        @Nullable String since,
        String times,
        @Nullable String comesBack,
        boolean awaitsCode,
        Form form) {

    /** Whether and when. */
    public List<Choice> when() {
        return List.of(
                new Choice(TextTimes.When.ALWAYS.word(), "At any time of day and night"),
                new Choice(TextTimes.When.HOURS.word(), "Only between these hours"),
                new Choice(TextTimes.When.NEVER.word(), "Never, but keep my number"));
    }

    /** The hours of a day. */
    public List<Choice> hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new Choice(String.valueOf(hour), TextTimes.hour(hour)))
                .toList();
    }
}
