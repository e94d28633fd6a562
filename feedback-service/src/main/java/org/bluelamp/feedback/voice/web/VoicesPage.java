package org.bluelamp.feedback.voice.web;

import java.util.List;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.web.RoundFrames;
import org.bluelamp.feedback.voice.Ballot;
import org.bluelamp.feedback.voice.Voices;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.SummaryList.Row;
import org.bluelamp.web.page.LondonTime;

/**
 * How many were heard in a round, for staff.
 *
 * @param round the round
 * @param count how many
 * @param setAside what of it was set aside and may be people's
 * @param form what was typed and what is wrong with it
 * @param mayLead whether the person may print codes and count what was set aside
 * @param over whether nobody can answer any more
 */
public record VoicesPage(
        Round round,
        Voices.Count count,
        List<Voices.SetAsideGroup> setAside,
        Form form,
        boolean mayLead,
        boolean over) {

    /** What of what was set aside can be counted, to choose from. */
    public List<Choice> groups() {
        return setAside.stream()
                .map(group -> new Choice(
                        group.word(),
                        "%s: %s, %s"
                                .formatted(
                                        LondonTime.day(group.day()),
                                        number(group.voices()),
                                        group.reason().equals("flood")
                                                ? "because too many came within minutes"
                                                : "because they came faster than people answer")))
                .toList();
    }

    /** The round's page for staff. */
    public String path() {
        return RoundFrames.path(round.id());
    }

    /** The most cards of a sheet. */
    public int mostCards() {
        return Ballot.MOST_CARDS;
    }

    /** The numbers. */
    public List<Row> facts() {
        return List.of(
                new Row("With a code", number(count.verified())),
                new Row("Without a code", number(count.unverified())),
                new Row("Set aside", number(count.setAside())),
                new Row("Codes on cards", number(count.cards())),
                new Row("Codes sent by email", number(count.mails())));
    }

    private static String number(int value) {
        return "%,d".formatted(value);
    }
}
