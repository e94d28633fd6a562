package org.bluelamp.feedback.cases.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.feedback.cases.CaseState;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff looks for, as words in an address. A word that means nothing is as good as none, so that an old
 * bookmark still shows something.
 *
 * @param area code of a neighbourhood
 * @param state a state, {@value #ALL} or {@value #SET_ASIDE}; without one, those that wait for an answer
 * @param page the page's number, from 1
 * @param reference a case's reference as typed; leads to that case
 */
public record ContactFilter(
        @Nullable String area,
        @Nullable String state,
        @Nullable String page,
        @Nullable String reference) {

    static final String ALL = "all";
    static final String SET_ASIDE = "set-aside";

    @Nullable
    AreaCode areaCode() {
        try {
            return areaWord().isEmpty() ? null : new AreaCode(areaWord());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Nullable
    CaseState onlyState() {
        if (ALL.equals(state) || setAside()) {
            return null;
        }
        return Arrays.stream(CaseState.values())
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElse(CaseState.RECEIVED);
    }

    /** Whether those set aside are shown instead of the others. */
    public boolean setAside() {
        return SET_ASIDE.equals(state);
    }

    int pageNumber() {
        try {
            return page == null ? 1 : Integer.parseInt(page);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    boolean looksUp() {
        return reference != null && !reference.isBlank();
    }

    Optional<Reference> wanted() {
        return reference == null ? Optional.empty() : Reference.read(reference);
    }

    String areaWord() {
        return Objects.requireNonNullElse(area, "");
    }

    String stateWord() {
        return Objects.requireNonNullElse(state, "");
    }
}
