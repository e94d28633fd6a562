package org.bluelamp.feedback.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.survey.Question;

/**
 * What a round found.
 *
 * @param round the round
 * @param verified how many people with a code were heard
 * @param unverified how many answers came without one
 * @param setAside how many were set aside, most of them floods
 * @param concerns how many concerns residents raised since the round before
 * @param findings what was found of each question
 * @param themes what the concerns were about, the most frequent first
 * @param complete whether the round had closed when this was added up
 * @param computedAt when it was added up
 */
public record Result(
        Round round,
        int verified,
        int unverified,
        int setAside,
        int concerns,
        List<Found> findings,
        List<ThemeCount> themes,
        boolean complete,
        Instant computedAt) {

    public Result {
        findings = List.copyOf(findings);
        themes = List.copyOf(themes);
    }

    /** What was found of the same question, asked in the same words and the same way. */
    public Optional<Found> same(Question question) {
        return findings.stream()
                .filter(found -> found.question().text().equals(question.text())
                        && found.question().kind() == question.kind())
                .findFirst();
    }
}
