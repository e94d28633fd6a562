package org.bluelamp.feedback.council;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a concern is the council's, and what became of it.
 *
 * @param council the council's name
 * @param reportUrl its own page for reports
 * @param themes names of the themes
 * @param whole whether all of the concern is the council's
 * @param state where it stands
 * @param receipt what the council quotes; null when it gave nothing
 * @param settledAt when it was sent, given up or shown; null while it waits
 */
public record CouncilReport(
        String council,
        String reportUrl,
        String themes,
        boolean whole,
        State state,
        @Nullable String receipt,
        @Nullable Instant settledAt) {

    /** Where a report stands. */
    public enum State {
        /** It is to be sent. */
        WAITING("waiting"),
        /** The council has it. */
        SENT("sent"),
        /** It could not be sent. */
        GIVEN_UP("given-up"),
        /** Nothing can be sent there: the resident was shown the council's own page. */
        SHOWN("shown");

        private final String code;

        State(String code) {
            this.code = code;
        }

        static State of(String code) {
            for (State one : values()) {
                if (one.code.equals(code)) {
                    return one;
                }
            }
            throw new IllegalArgumentException("No such state: " + code);
        }
    }
}
