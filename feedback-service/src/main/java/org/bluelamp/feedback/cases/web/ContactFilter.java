package org.bluelamp.feedback.cases.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.bluelamp.feedback.cases.CaseDesk.Whose;
import org.bluelamp.feedback.cases.CaseState;
import org.bluelamp.feedback.submission.ListFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a member of staff looks for; without a state, those that wait for an answer.
 *
 * @param whose {@code mine}, {@code nobodys}, or anything else for the whole team's
 * @param state a state, {@value #ALL} or {@value ListFilter#SET_ASIDE}
 */
public record ContactFilter(
        @Nullable String area,
        @Nullable String whose,
        @Nullable String state,
        @Nullable String page,
        @Nullable String reference)
        implements ListFilter {

    static final String ALL = "all";

    /** The states looked for; null for all. */
    @Nullable
    Set<CaseState> states() {
        if (ALL.equals(state) || setAside()) {
            return null;
        }
        return Arrays.stream(CaseState.values())
                .filter(one -> one == CaseState.ANSWERED || one == CaseState.CLOSED)
                .filter(one -> one.word().equals(state))
                .findFirst()
                .map(Set::of)
                .orElse(Set.of(CaseState.RECEIVED, CaseState.REOPENED));
    }

    Whose people() {
        return switch (whoseWord()) {
            case "mine" -> Whose.MINE;
            case "nobodys" -> Whose.NOBODYS;
            default -> Whose.TEAM;
        };
    }

    String whoseWord() {
        return Objects.requireNonNullElse(whose, "");
    }
}
