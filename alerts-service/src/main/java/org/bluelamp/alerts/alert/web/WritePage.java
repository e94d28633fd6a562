package org.bluelamp.alerts.alert.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.alerts.alert.Category;
import org.bluelamp.alerts.alert.Certainty;
import org.bluelamp.alerts.alert.Severity;
import org.bluelamp.alerts.alert.Urgency;
import org.bluelamp.alerts.area.web.DrawMap;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.DateInput;
import org.bluelamp.web.govuk.Radios;
import org.bluelamp.web.govuk.Select;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an alert is written or, once it is live, updated.
 *
 * @param form what was typed and what is wrong with it
 * @param action where the form goes
 * @param version the version the writer has seen; 0 for an alert that is not kept yet
 * @param areas whom it can be for; null for an update, which goes to those who got the alert
 * @param senders the teams in whose name it can go out
 * @param reach whom it would reach, when that was asked
 * @param receivers to how many an update goes, in words; null for anything else
 * @param templates ready words to begin with; none once something is written
 * @param map to draw on with a script; null for an update, and where no boundary is known
 */
public record WritePage(
        Form form,
        String action,
        long version,
        @Nullable AreaChoices areas,
        List<Choice> senders,
        @Nullable ReachPart reach,
        @Nullable String receivers,
        List<Template> templates,
        @Nullable DrawMap map) {

    /** Ready words. */
    public record Template(String name, String href) {}

    /** What it is about. */
    public Select categories() {
        return new Select(
                form.field("category"),
                "What is it about?",
                choices(Arrays.stream(Category.values())
                        .map(one -> new Choice(one.code(), one.label()))
                        .toList()));
    }

    /** How serious it is. */
    public Select severities() {
        return new Select(
                form.field("severity"),
                "How serious is it?",
                choices(Arrays.stream(Severity.values())
                        .map(one -> new Choice(one.code(), one.label()))
                        .toList()));
    }

    /** How soon to act. */
    public Select urgencies() {
        return new Select(
                        form.field("urgency"),
                        "How soon must people act?",
                        choices(Arrays.stream(Urgency.values())
                                .map(one -> new Choice(one.code(), one.label()))
                                .toList()))
                .hint("Alerts to act on now go out before everything else.");
    }

    /** How sure it is. */
    public Select certainties() {
        return new Select(
                form.field("certainty"),
                "How sure are you?",
                choices(Arrays.stream(Certainty.values())
                        .map(one -> new Choice(one.code(), one.label()))
                        .toList()));
    }

    /** In whose name. */
    public Select sendingTeams() {
        return new Select(form.field("sender"), "Which team sends it?", choices(senders));
    }

    /** How the place is told. */
    public Radios places() {
        return new Radios(
                form.field("where"),
                "Where is it?",
                List.of(
                        new Choice(AlertForm.AREAS, "In areas that I choose below"),
                        new Choice(AlertForm.CIRCLE, "Around a point, at some distance"),
                        new Choice(AlertForm.DRAWN, "Within corners that I enter")));
    }

    /** When it is over. */
    public DateInput ends() {
        return new DateInput(
                        form.field("expires"),
                        "On which day does it end?",
                        form.field("expires.day"),
                        form.field("expires.month"),
                        form.field("expires.year"))
                .hint("After this, we stop showing it as live and stop sending it.");
    }

    /** Until when it is worth sending. */
    public Select untils() {
        return new Select(
                        form.field("until"),
                        "How long should we keep trying to send it? (optional)",
                        List.of(
                                new Choice("", "The usual time for how soon people must act"),
                                new Choice("1", "1 hour after it is sent"),
                                new Choice("3", "3 hours after it is sent"),
                                new Choice("6", "6 hours after it is sent"),
                                new Choice("12", "12 hours after it is sent"),
                                new Choice("24", "24 hours after it is sent")))
                .hint("If sending is delayed, nobody will get it after this time.");
    }

    /** Whether everybody has to be meant on purpose: it was asked, or is answered. */
    public boolean askingForEverybody() {
        return Stream.of("corners", "centre")
                        .map(name -> form.field(name).error())
                        .anyMatch(error -> error != null && error.contains("everybody is meant"))
                || form.field("everybody").holds("yes");
    }

    public boolean updating() {
        return areas == null;
    }

    private static List<Choice> choices(List<Choice> choices) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", "Choose"));
        all.addAll(choices);
        return all;
    }
}
