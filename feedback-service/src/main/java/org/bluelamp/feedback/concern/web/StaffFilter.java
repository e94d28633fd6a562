package org.bluelamp.feedback.concern.web;

import java.util.Arrays;
import java.util.Optional;
import org.bluelamp.feedback.concern.State;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff looks for, as words in an address. A word that means nothing is as good as none, so that an old
 * bookmark still shows something.
 *
 * @param area code of a neighbourhood
 * @param theme code of a theme
 * @param state a state, or {@value #SET_ASIDE}
 * @param page the page's number, from 1
 * @param reference a concern's reference as typed; leads to that concern
 */
public record StaffFilter(
        @Nullable String area,
        @Nullable String theme,
        @Nullable String state,
        @Nullable String page,
        @Nullable String reference) {

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
    String themeCode() {
        return themeWord().isEmpty() ? null : themeWord();
    }

    @Nullable
    State onlyState() {
        return Arrays.stream(State.values())
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElse(null);
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
        return area == null ? "" : area;
    }

    String themeWord() {
        return theme == null ? "" : theme;
    }

    String stateWord() {
        return state == null ? "" : state;
    }
}
