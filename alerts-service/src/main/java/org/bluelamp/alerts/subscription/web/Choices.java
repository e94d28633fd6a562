package org.bluelamp.alerts.subscription.web;

import java.util.Arrays;
import java.util.List;
import org.bluelamp.alerts.preference.Frequency;
import org.bluelamp.alerts.preference.LeastSeverity;
import org.bluelamp.alerts.preference.Topic;
import org.bluelamp.web.govuk.Choice;

/** What people can choose from for one area. */
public final class Choices {

    private Choices() {}

    /** How often. */
    public static List<Choice> frequencies() {
        return Arrays.stream(Frequency.values())
                .map(one -> new Choice(one.code(), one.label()))
                .toList();
    }

    /** Of what. */
    public static List<Choice> topics() {
        return Arrays.stream(Topic.values())
                .map(one -> new Choice(one.code(), one.label()))
                .toList();
    }

    /** Which alerts. */
    public static List<Choice> severities() {
        return Arrays.stream(LeastSeverity.values())
                .map(one -> new Choice(one.code(), one.label()))
                .toList();
    }
}
