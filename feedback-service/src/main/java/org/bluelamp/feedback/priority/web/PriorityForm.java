package org.bluelamp.feedback.priority.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.feedback.priority.Aim;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.Text;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The words of a priority as they were typed, and the concerns that were ticked. The order is that of the page.
 *
 * @param issue what is wrong
 * @param why why it is a priority
 * @param action what the team does; may be empty
 * @param concerns references of the concerns that led to it
 */
public record PriorityForm(String issue, String why, String action, List<String> concerns) {

    /** Takes what a browser sent. */
    public PriorityForm(
            @Nullable String issue, @Nullable String why, @Nullable String action, @Nullable List<String> concerns) {
        this.issue = Objects.requireNonNullElse(issue, "");
        this.why = Objects.requireNonNullElse(why, "");
        this.action = Objects.requireNonNullElse(action, "");
        this.concerns = concerns == null ? List.of() : List.copyOf(concerns);
    }

    static PriorityForm blank() {
        return new PriorityForm(null, null, null, null);
    }

    /** Filled in with what a priority says now. */
    static PriorityForm of(Aim aim) {
        Aim.@Nullable Action now = aim.action();
        return new PriorityForm(aim.issue(), aim.why(), now == null ? null : now.text(), null);
    }

    /** Tells what is not right yet. */
    void check(Errors errors) {
        Rules.check(errors, "issue", Text.ISSUE, issue, "Enter what is wrong, in a few words");
        Rules.check(errors, "why", Text.WHY, why, "Enter why this is a priority");
        if (Typed.length(Text.ACTION.tidy(action)) > Text.ACTION.limit()) {
            Rules.tooLong(errors, "action", Text.ACTION, action);
        }
    }

    PriorityDesk.Words words() {
        return new PriorityDesk.Words(issue, why, action);
    }

    /** The concerns ticked; what is no reference is left out. */
    Set<Reference> references() {
        return concerns.stream()
                .flatMap(typed -> Reference.read(typed).stream())
                .collect(Collectors.toSet());
    }
}
