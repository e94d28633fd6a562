package org.bluelamp.alerts.scheme;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;

/**
 * A watch scheme.
 *
 * @param area of the team it belongs to
 * @param members how many belong to it who can be written to
 * @param role what the one who asks is in it
 * @param askedAt when somebody wanted to found it
 */
public record Scheme(
        UUID id,
        String name,
        SchemeKind kind,
        AreaCode area,
        State state,
        int members,
        MemberRole role,
        Instant askedAt) {

    /** How far a scheme is. */
    public enum State {
        /** Somebody wants to found it; an officer has not decided. */
        ASKED,
        /** One can join it. */
        OPEN,
        /** An officer did not want it. */
        REFUSED,
        /** An officer ended it. */
        CLOSED;

        static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What somebody is in a scheme. */
    public enum MemberRole {
        NOBODY,
        MEMBER,
        /** May write to the members. */
        COORDINATOR
    }
}
