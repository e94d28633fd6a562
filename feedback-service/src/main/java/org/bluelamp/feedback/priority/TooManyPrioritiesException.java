package org.bluelamp.feedback.priority;

import org.bluelamp.service.area.AreaCode;

/** A neighbourhood works on three priorities already; nothing was saved. */
public class TooManyPrioritiesException extends RuntimeException {

    TooManyPrioritiesException(AreaCode area) {
        super(area + " works on " + Priorities.AT_ONCE + " priorities already");
    }
}
