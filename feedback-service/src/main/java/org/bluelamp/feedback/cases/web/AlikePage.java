package org.bluelamp.feedback.cases.web;

import java.util.Arrays;
import java.util.List;
import org.bluelamp.feedback.cases.Alike;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.Closing;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * The cases that are like one that speaks of danger, for closing them at once.
 *
 * @param like the one that they are like
 * @param alike those that are shown, the first one first
 * @param total how many there are in all
 * @param form which are ticked, and the reason
 * @param token random, the same however often the form is sent
 */
public record AlikePage(Case like, List<Alike> alike, int total, Form form, String token) {

    private static final int SHOWN = 400;

    /** Where the case is. */
    public String path() {
        return CaseFrames.path(like.reference());
    }

    /** How many there are, in words. */
    public String count() {
        return total == 1
                ? "1 other case in this neighbourhood is"
                : "%,d other cases in this neighbourhood are".formatted(total);
    }

    /** How many follow when these are closed. */
    public int more() {
        return total - alike.size();
    }

    /** The cases to choose from: their words, and why each is here. */
    public List<Choice> cases() {
        return alike.stream()
                .map(one -> new Choice(
                                one.held().reference().value(),
                                Typed.beginning(one.held().matter().message(), SHOWN))
                        .hint(one.held().reference() + ", received "
                                + LondonTime.minute(one.held().matter().receivedAt()) + ": " + why(one)))
                .toList();
    }

    /** The reasons to choose from. */
    public List<Choice> reasons() {
        return Arrays.stream(Closing.values())
                .filter(AlikeForm::offered)
                .map(reason -> new Choice(reason.code(), reason.label()))
                .toList();
    }

    private String why(Alike one) {
        @Nullable SetAside suspected = one.suspected();
        if (suspected == null) {
            return "the same words";
        }
        return (one.inTheWordsOf(like) ? "the same words, and " : "other words, but ") + suspected.reason();
    }
}
