package org.bluelamp.feedback.cases;

import org.bluelamp.feedback.submission.Reference;

/** Somebody changed the case since it was read; nothing was saved. */
public class StaleCaseException extends RuntimeException {

    StaleCaseException(Reference reference) {
        super("Case " + reference + " was changed in the meantime");
    }
}
