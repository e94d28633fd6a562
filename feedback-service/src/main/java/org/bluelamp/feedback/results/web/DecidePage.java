package org.bluelamp.feedback.results.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.priority.Text;
import org.bluelamp.feedback.results.Pick;
import org.bluelamp.feedback.results.ThemeCount;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.round.web.RoundFrames;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The form on which a neighbourhood's decision is entered.
 *
 * @param round the round
 * @param current what the team works on
 * @param typed what was typed so far
 * @param form the same with what is wrong with it
 * @param themes what residents' concerns were about, to be linked; empty for who may not read them
 */
public record DecidePage(Closed round, List<Current> current, DecideForm typed, Form form, List<ThemeCount> themes) {

    /** The round's page for staff. */
    public String path() {
        return RoundFrames.path(round.id());
    }

    /** What can become of a priority. */
    public List<Choice> picks() {
        return List.of(
                new Choice(Pick.CONTINUED.word(), "Continue with it").hint("Then write what has been done so far"),
                new Choice(Pick.COMPLETED.word(), "It is completed").hint("Then write what came of it"),
                new Choice(Pick.REPLACED.word(), "Replace it").hint("Then write why"));
    }

    /** The themes of concerns. */
    public List<Choice> themeChoices() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "None")));
        themes.forEach(theme ->
                choices.add(new Choice(theme.code(), "%s (%,d)".formatted(theme.name(), theme.concerns()))));
        return choices;
    }

    /** The id that a new priority gets, the same however often the form is sent. */
    public String freshId(int index) {
        @Nullable
        UUID id = index < typed.fresh().size() ? typed.fresh().get(index).id() : null;
        return (id == null ? PriorityId.next().value() : id).toString();
    }

    /** How many new ones there is room for. */
    public int room() {
        return DecideForm.ROOM;
    }

    /** The longest text of a field. */
    public int longest(Text text) {
        return text.limit();
    }

    /** The longest word on how it was decided. */
    public int longestDecision() {
        return Decided.LONGEST_DECISION;
    }
}
