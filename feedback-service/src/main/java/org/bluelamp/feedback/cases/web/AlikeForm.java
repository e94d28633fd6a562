package org.bluelamp.feedback.cases.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.feedback.cases.Alike;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.Closing;
import org.bluelamp.feedback.submission.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to close at once, and why.
 *
 * @param cases references of those that are ticked
 * @param reason word of the reason for closing
 * @param token random, the same however often this form is sent
 */
record AlikeForm(List<String> cases, String reason, String token) {

    /** Takes what a browser sent. */
    AlikeForm(@Nullable List<String> cases, @Nullable String reason, @Nullable String token) {
        this.cases = cases == null ? List.of() : List.copyOf(cases);
        this.reason = Objects.requireNonNullElse(reason, "");
        this.token = token == null || token.isBlank() ? UUID.randomUUID().toString() : token;
    }

    /** With those ticked that are in the words that the person has read; the others are to be read first. */
    static AlikeForm sameWords(Case read, List<Alike> alike) {
        return new AlikeForm(
                alike.stream()
                        .filter(one -> one.inTheWordsOf(read))
                        .map(one -> one.held().reference().value())
                        .toList(),
                null,
                null);
    }

    /** Those that are ticked. */
    Set<Reference> named() {
        return cases.stream().map(Reference::read).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** The reason, if it is one that needs no answer. */
    @Nullable
    Closing closing() {
        return Closing.of(reason).filter(AlikeForm::offered).orElse(null);
    }

    /** Whether cases that nobody has answered can be closed for that reason. */
    static boolean offered(Closing reason) {
        return reason.chosen() && !reason.afterAnswer();
    }
}
