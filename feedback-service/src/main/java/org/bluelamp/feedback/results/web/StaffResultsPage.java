package org.bluelamp.feedback.results.web;

import java.util.List;
import java.util.Map;
import org.bluelamp.feedback.results.Results;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.web.RoundFrames;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * What a round finds, for its team.
 *
 * @param round the round
 * @param results what was found so far; null while nothing was added up
 * @param words what people wrote in their own words, by question
 * @param reader whether the person may read that
 */
public record StaffResultsPage(
        Round round, @Nullable ResultsPage results, Map<Integer, Results.Words> words, boolean reader) {

    /** The round's page for staff. */
    public String path() {
        return RoundFrames.path(round.id());
    }

    /** Whether it changes still. */
    public boolean open() {
        return round instanceof Open;
    }

    /** Whether the neighbourhood can pick its priorities now. */
    public boolean undecided() {
        return round instanceof Closed;
    }

    /** When it was added up. */
    public String asOf() {
        return results == null ? "" : LondonTime.minute(results.result().computedAt());
    }

    /** The questions that are answered in words. */
    public List<Question> inWords() {
        return round.survey().questions().stream()
                .filter(question -> !question.kind().counted())
                .toList();
    }

    /** What people wrote to a question. */
    public List<String> of(Question question) {
        Results.@Nullable Words written = words.get(question.number());
        return written == null ? List.of() : written.texts();
    }

    /** Where more of what people wrote to a question stands; empty when there is no more. */
    public String more(Question question) {
        Results.@Nullable Words written = words.get(question.number());
        return written == null || written.next() == null
                ? ""
                : "?question=%d&after=%s#words-%1$d".formatted(question.number(), written.next());
    }
}
