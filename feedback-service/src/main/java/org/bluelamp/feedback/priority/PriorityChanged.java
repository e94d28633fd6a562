package org.bluelamp.feedback.priority;

import java.time.LocalDate;
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
        int evidence) {

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
                        priority.status().code(),
                        priority.undertaking().setOn(),
                        action == null ? null : action.decidedOn(),
                        priority.reviewedOn(),
                        review == null ? null : review.progress(),
                        priority instanceof Ended ended ? ended.endedOn() : null,
                        priority instanceof Replaced replaced ? replaced.reason() : null,
                        priority instanceof Completed completed ? completed.outcome() : null,
                        priority.undertaking().evidence()));
    }
}
