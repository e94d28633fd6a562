package org.bluelamp.feedback.submission;

import java.util.Objects;
import java.util.Optional;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What every list for staff is asked for, as words in an address. A word that means nothing is as good as none, so that
 * an old bookmark still shows something.
 */
public interface ListFilter {

    /** The word for what was set aside. */
    String SET_ASIDE = "set-aside";

    /** Code of a neighbourhood. */
    @Nullable
    String area();

    /** A state, or {@value #SET_ASIDE}. */
    @Nullable
    String state();

    /** The page's number, from 1. */
    @Nullable
    String page();

    /** A reference as typed; leads to what has it. */
    @Nullable
    String reference();

    /** The neighbourhood; null for all. */
    default @Nullable AreaCode areaCode() {
        try {
            return areaWord().isEmpty() ? null : new AreaCode(areaWord());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether those set aside are shown instead of the others. */
    default boolean setAside() {
        return SET_ASIDE.equals(state());
    }

    /** The page's number, from 1. */
    default int pageNumber() {
        String number = page();
        try {
            return number == null ? 1 : Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Whether a reference was typed. */
    default boolean looksUp() {
        String typed = reference();
        return typed != null && !typed.isBlank();
    }

    /** The reference that was typed; empty when it is none. */
    default Optional<Reference> wanted() {
        String typed = reference();
        return typed == null ? Optional.empty() : Reference.read(typed);
    }

    /** What was asked for; empty when nothing was. */
    default String areaWord() {
        return Objects.requireNonNullElse(area(), "");
    }

    /** What was asked for; empty when nothing was. */
    default String stateWord() {
        return Objects.requireNonNullElse(state(), "");
    }
}
