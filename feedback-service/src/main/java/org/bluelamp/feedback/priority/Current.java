package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A priority that the team works on. */
public sealed interface Current extends Priority permits Open, Continued {

    /** The same state with something else kept through all states. */
    Current with(Undertaking changed);

    /** The same priority in better words, or with another action; that is no review. */
    default Current revise(String issue, String why, String action, LocalDate day) {
        return with(undertaking().with(aim().revised(issue, why, action, day)));
    }

    /** The same priority, to which so many concerns led. */
    default Current backedBy(int concerns) {
        return with(undertaking().with(concerns));
    }

    /** With one more thing that is to be done. */
    default Current plan(PlannedAction action) {
        return with(undertaking()
                .with(Stream.concat(undertaking().plan().stream(), Stream.of(action))
                        .toList()));
    }

    /**
     * With what came of something that was planned.
     *
     * @throws IllegalArgumentException when nothing such is still to be done
     */
    default Current finish(UUID action, String result, LocalDate day) {
        requirePlanned(action);
        return with(undertaking()
                .with(undertaking().plan().stream()
                        .map(one -> one.id().equals(action) ? one.done(result, day) : one)
                        .toList()));
    }

    /**
     * Without something that was planned and will not be done.
     *
     * @throws IllegalArgumentException when nothing such is still to be done
     */
    default Current drop(UUID action) {
        requirePlanned(action);
        return with(undertaking()
                .with(undertaking().plan().stream()
                        .filter(one -> !one.id().equals(action))
                        .toList()));
    }

    private void requirePlanned(UUID action) {
        if (undertaking().plan().stream().noneMatch(one -> one.id().equals(action) && !one.done())) {
            throw new IllegalArgumentException("Nothing such is still to be done");
        }
    }

    /** Set by mistake, and taken back. */
    default Withdrawn withdraw(String reason, LocalDate day) {
        return new Withdrawn(undertaking(), review(), reason, day, version() + 1);
    }

    /** Looked at again: the team goes on with it. */
    default Continued review(String progress, LocalDate day) {
        return new Continued(undertaking(), new Review(progress, day), version() + 1);
    }

    /** Given up for something else, with the reason told to everybody. */
    default Replaced replace(String reason, LocalDate day) {
        return new Replaced(undertaking(), review(), reason, day, version() + 1);
    }

    /** Done, with what came of it. */
    default Completed complete(String outcome, LocalDate day) {
        return new Completed(undertaking(), review(), outcome, day, version() + 1);
    }

    /** Whether it was set or reviewed less than three months before that day. */
    default boolean freshOn(LocalDate day) {
        return day.isBefore(reviewedOn().plusMonths(FRESH_MONTHS));
    }

    /** Whether it is fresh on that day, and must be reviewed within {@value Priority#WARNING_DAYS} days to stay so. */
    default boolean staleSoonAfter(LocalDate day) {
        return freshOn(day) && !freshOn(day.plusDays(WARNING_DAYS));
    }

    /** Whether somebody has to review it on that day, because it is stale or soon will be. */
    default boolean reviewDueOn(LocalDate day) {
        return !freshOn(day.plusDays(WARNING_DAYS));
    }

    /** The day from which it is no longer fresh. */
    default LocalDate staleOn() {
        return reviewedOn().plusMonths(FRESH_MONTHS);
    }

    @Override
    @Nullable
    Review review();
}
