package org.bluelamp.feedback.round.web;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Period;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.survey.Branch;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.web.govuk.SummaryList.Row;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * One round, for staff.
 *
 * @param round the round as it is now
 * @param area its neighbourhood
 * @param last who changed it last
 * @param mayLead whether the person may change it
 */
public record StaffRoundPage(Round round, Area area, Rounds.LastChange last, boolean mayLead) {

    /** Where the round's pages are. */
    public String path() {
        return RoundFrames.path(round.id());
    }

    /** Where residents find it. */
    public String publicPath() {
        return "/have-your-say/rounds/" + round.id();
    }

    /** Whether all about it can be changed. */
    public boolean planned() {
        return round instanceof Planned;
    }

    /** Whether residents answer. */
    public boolean open() {
        return round instanceof Open;
    }

    /** Whether nobody can answer any more. */
    public boolean over() {
        return round instanceof Closed || round instanceof Decided;
    }

    /** Whether the neighbourhood can pick its priorities now. */
    public boolean undecided() {
        return round instanceof Closed;
    }

    /** Whether it would open without asking anything. */
    public boolean empty() {
        return round.survey().questions().isEmpty();
    }

    /** What is known about it. */
    public List<Row> facts() {
        Period period = round.plan().period();
        List<Row> facts = new ArrayList<>();
        facts.add(new Row("Days", LondonTime.day(period.first()) + " to " + LondonTime.day(period.last())));
        facts.add(new Row("State", state()));
        facts.add(new Row("Why", round.plan().about()));
        if (!round.plan().parts().isEmpty()) {
            facts.add(new Row("Parts", String.join(", ", round.plan().parts())));
        }
        if (round instanceof Decided decided) {
            facts.add(new Row("Decision", decided.decision()));
        }
        facts.add(new Row("Last change", last.name() + ", " + LondonTime.minute(last.at())));
        return facts;
    }

    private String state() {
        return switch (round) {
            case Planned planned ->
                planned.ready()
                        ? "Planned. It opens by itself on "
                                + LondonTime.day(planned.plan().period().first())
                        : "Planned. It does not open before it has a question";
            case Open open -> "Open since " + LondonTime.minute(open.openedAt());
            case Closed closed ->
                "Closed on " + LondonTime.day(closed.plan().period().last());
            case Decided decided -> "Decided on " + LondonTime.day(decided.decidedOn());
        };
    }

    /** Of whom a question is asked; null for everybody. */
    public @Nullable String askedOf(Question question) {
        @Nullable Branch branch = question.branch();
        if (branch == null) {
            return null;
        }
        Question earlier = round.survey().question(branch.question()).orElseThrow();
        return "Asked of those who answered “" + earlier.asked().options().get(branch.option() - 1) + "” to question "
                + earlier.number();
    }

    /** Whether a question can go: none depends on it. */
    public boolean removable(Question question) {
        return round.survey().dependingOn(question.number()).isEmpty();
    }

    /** Whether a question can stand one place earlier. */
    public boolean movable(Question question) {
        @Nullable Branch branch = question.branch();
        return question.number() > 1 && (branch == null || branch.question() < question.number() - 1);
    }
}
