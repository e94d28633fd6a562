package org.bluelamp.feedback.priority;

import java.time.LocalDate;

/** A priority that is no longer worked on. Nothing follows: what is taken up again is set anew. */
public sealed interface Ended extends Priority permits Replaced, Completed, Withdrawn {

    /** The day it ended. */
    LocalDate endedOn();

    /** Why, or what came of it, in words for everybody. */
    String lastWord();
}
