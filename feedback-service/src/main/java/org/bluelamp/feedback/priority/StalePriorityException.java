package org.bluelamp.feedback.priority;

/** Somebody changed the priority since it was read; nothing was saved. */
public class StalePriorityException extends RuntimeException {

    StalePriorityException(PriorityId id) {
        super("Priority " + id + " was changed in the meantime");
    }
}
