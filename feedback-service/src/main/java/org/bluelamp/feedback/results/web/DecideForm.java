package org.bluelamp.feedback.results.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.priority.Text;
import org.bluelamp.feedback.results.Forum;
import org.bluelamp.feedback.results.Pick;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a neighbourhood decided, as it was typed. The order is that of the page.
 *
 * @param current what becomes of each priority that is worked on
 * @param fresh new priorities; those of which nothing is typed are none
 * @param decision how it was decided
 */
public record DecideForm(List<OfCurrent> current, List<OfFresh> fresh, String decision) {

    /** How many new ones there is room for on the page. */
    static final int ROOM = 3;

    /** Takes what a browser sent. */
    public DecideForm(@Nullable List<OfCurrent> current, @Nullable List<OfFresh> fresh, @Nullable String decision) {
        this.current = current == null ? List.of() : List.copyOf(current);
        this.fresh = fresh == null ? List.of() : List.copyOf(fresh);
        this.decision = Objects.requireNonNullElse(decision, "");
    }

    /**
     * What becomes of a priority.
     *
     * @param id the priority
     * @param version as it was seen
     * @param pick what is made of it
     * @param words the progress, the outcome or the reason
     */
    public record OfCurrent(@Nullable UUID id, long version, String pick, String words) {

        /** Takes what a browser sent. */
        public OfCurrent(@Nullable UUID id, long version, @Nullable String pick, @Nullable String words) {
            this.id = id;
            this.version = version;
            this.pick = Objects.requireNonNullElse(pick, "");
            this.words = Objects.requireNonNullElse(words, "");
        }
    }

    /**
     * A new priority.
     *
     * @param id what it will be known by
     * @param issue what is wrong
     * @param why why it is a priority
     * @param action what the team does; may be empty
     * @param theme the theme whose concerns led to it; may be empty
     */
    public record OfFresh(@Nullable UUID id, String issue, String why, String action, String theme) {

        /** Takes what a browser sent. */
        public OfFresh(
                @Nullable UUID id,
                @Nullable String issue,
                @Nullable String why,
                @Nullable String action,
                @Nullable String theme) {
            this.id = id;
            this.issue = Objects.requireNonNullElse(issue, "");
            this.why = Objects.requireNonNullElse(why, "");
            this.action = Objects.requireNonNullElse(action, "");
            this.theme = Objects.requireNonNullElse(theme, "");
        }

        boolean empty() {
            return (issue + why + action).isBlank();
        }
    }

    /** A form to fill in. */
    static DecideForm of(List<Current> priorities) {
        List<OfFresh> room = new ArrayList<>();
        for (int i = 0; i < ROOM; i++) {
            room.add(new OfFresh(PriorityId.next().value(), null, null, null, null));
        }
        return new DecideForm(
                priorities.stream()
                        .map(priority -> new OfCurrent(priority.id().value(), priority.version(), null, null))
                        .toList(),
                room,
                null);
    }

    /** What was decided, as far as it is in order. */
    record Read(List<Forum.Kept> kept, List<Forum.Fresh> fresh) {}

    /** Reads it; what is not right yet is told at its field. */
    Read read(List<Current> priorities, Errors errors) {
        List<Forum.Kept> kept = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < current.size(); i++) {
            OfCurrent one = current.get(i);
            Optional<Pick> pick = Pick.of(one.pick).filter(known -> known != Pick.NEW);
            Optional<String> issue = priorities.stream()
                    .filter(priority -> priority.id().value().equals(one.id))
                    .map(priority -> "“" + priority.aim().issue() + "”")
                    .findFirst();
            if (pick.isEmpty() || issue.isEmpty() || one.id == null) {
                errors.rejectValue("current[" + i + "].pick", "NotNull", "Choose what becomes of this priority");
                continue;
            }
            Text text = switch (pick.get()) {
                case COMPLETED -> Text.OUTCOME;
                case REPLACED -> Text.REASON;
                default -> Text.PROGRESS;
            };
            check(
                    errors,
                    "current[" + i + "].words",
                    text,
                    one.words,
                    switch (pick.get()) {
                        case COMPLETED -> "Enter what came of " + issue.get();
                        case REPLACED -> "Enter why " + issue.get() + " is replaced";
                        default -> "Enter what has been done so far about " + issue.get();
                    });
            left += pick.get() == Pick.CONTINUED ? 1 : 0;
            kept.add(new Forum.Kept(new PriorityId(one.id), one.version, pick.get(), one.words));
        }
        if (current.size() < priorities.size()) {
            errors.reject("missing", "Another priority was set meanwhile. Say what becomes of it too");
        }
        List<Forum.Fresh> added = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            OfFresh one = fresh.get(i);
            if (!one.empty()) {
                check(errors, "fresh[" + i + "].issue", Text.ISSUE, one.issue, "Enter what is wrong, in a few words");
                check(errors, "fresh[" + i + "].why", Text.WHY, one.why, "Enter why this is a priority");
                if (!one.action.isBlank()) {
                    check(errors, "fresh[" + i + "].action", Text.ACTION, one.action, "");
                }
                added.add(new Forum.Fresh(
                        one.id == null ? PriorityId.next() : new PriorityId(one.id),
                        new PriorityDesk.Words(one.issue, one.why, one.action),
                        one.theme.isEmpty() ? null : one.theme));
            }
        }
        if (!errors.hasErrors() && left + added.size() == 0) {
            errors.reject("none", "Continue a priority or enter a new one. A neighbourhood picks two or three");
        }
        String how = Typed.clean(decision).strip();
        if (how.isEmpty()) {
            errors.rejectValue("decision", "NotBlank", "Enter how it was decided");
        } else if (Typed.length(how) > Decided.LONGEST_DECISION) {
            errors.rejectValue(
                    "decision",
                    "Size",
                    "Shorten this to %,d characters or fewer. You have used %,d"
                            .formatted(Decided.LONGEST_DECISION, Typed.length(how)));
        }
        return new Read(kept, added);
    }

    private static void check(Errors errors, String field, Text text, String typed, String missing) {
        int length = Typed.length(text.tidy(typed));
        if (length == 0) {
            errors.rejectValue(field, "NotBlank", missing);
        } else if (length > text.limit()) {
            errors.rejectValue(
                    field,
                    "Size",
                    "Shorten this to %,d characters or fewer. You have used %,d".formatted(text.limit(), length));
        }
    }
}
