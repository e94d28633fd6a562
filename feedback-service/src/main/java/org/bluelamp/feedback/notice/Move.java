package org.bluelamp.feedback.notice;

import java.util.Locale;

/** What can happen about something that a resident told us, of which they may want a mail. */
public enum Move {
    /** The team answered. */
    ANSWERED,
    /** The team closed it with a reason. */
    CLOSED,
    /** 72 hours are over and nobody has answered. */
    LATE,
    /** Another team answers. */
    HANDED_OVER,
    /** The council has it. */
    HANDED_TO_COUNCIL,
    /** It led to a priority. */
    PRIORITY_SET,
    /** The team tells what has been done about such a priority, or what it plans. */
    PRIORITY_PROGRESSED,
    /** The team tells what came of such a priority. */
    PRIORITY_COMPLETED,
    /** The team turned from such a priority to something else. */
    PRIORITY_REPLACED,
    /** Such a priority was set by mistake. */
    PRIORITY_WITHDRAWN;

    /** The word in events, for example {@code priority-set}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
