package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import java.util.List;
import org.bluelamp.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** The data of {@code feedback.priority.changed}: a priority as everybody may know it. */
record PriorityChanged(
        String id,
        String area,
        String issue,
        String why,
        @Nullable String action,
        String status,
        LocalDate setOn,
        @Nullable LocalDate actionOn,
        LocalDate reviewedOn,
        @Nullable String progress,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        @Nullable String outcome,
        int evidence,
        List<Planned> actions,
        boolean withdrawn) {

    /** Something that is to be done, as everybody may know it. */
    record Planned(
            String text,
            String owner,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable String result) {}

    static final String TYPE = "feedback.priority.changed";

    static OutgoingEvent of(Priority priority) {
        Aim aim = priority.aim();
        Aim.@Nullable Action action = aim.action();
        @Nullable Review review = priority.review();
        return new OutgoingEvent(
                TYPE,
                priority.id().toString(),
                priority.version(),
                new PriorityChanged(
                        priority.id().toString(),
                        priority.area().value(),
                        aim.issue(),
                        aim.why(),
                        action == null ? null : action.text(),
                        status(priority),
                        priority.undertaking().setOn(),
                        action == null ? null : action.decidedOn(),
                        priority.reviewedOn(),
                        review == null ? null : review.progress(),
                        priority instanceof Ended ended ? ended.endedOn() : null,
                        reason(priority),
                        priority instanceof Completed completed ? completed.outcome() : null,
                        priority.undertaking().evidence(),
                        priority.undertaking().plan().stream()
                                .map(one ->
                                        new Planned(one.text(), one.owner(), one.dueOn(), one.doneOn(), one.result()))
                                .toList(),
                        priority instanceof Withdrawn));
    }

    /** Version 1 of the event knows four states: what was taken back has ended as if replaced, and says so besides. */
    private static String status(Priority priority) {
        return (priority instanceof Withdrawn ? PriorityStatus.REPLACED : priority.status()).code();
    }

    private static @Nullable String reason(Priority priority) {
        return switch (priority) {
            case Replaced replaced -> replaced.reason();
            case Withdrawn withdrawn -> withdrawn.reason();
            default -> null;
        };
    }
}
