package org.bluelamp.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;

/** Has the tools of a force told of something, in the transaction of the deed. */
public class Telling {

    private final Calls calls;

    Telling(Calls calls) {
        this.calls = calls;
    }

    /**
     * What is told: the state of a thing after a change.
     *
     * @param version rises with every change of the thing; what is newer is told in place of what is older
     * @param type what happened, for example {@code article.published}
     * @param at when it happened
     * @param data the public state afterwards, written as JSON
     * @param takenBack whether the words of all calls before it are deleted, also of those that were made
     */
    public record Told(UUID thing, long version, String type, Instant at, Object data, boolean takenBack) {}

    /** Whether one of the forces has a tool at all. */
    public boolean anybodyListens(Set<AreaCode> forces) {
        return calls.anybodyListens(forces);
    }

    /** Tells every tool of the forces, in place of what it was still to be told of the thing. */
    public void tell(Set<AreaCode> forces, Told told) {
        calls.add(forces, told);
    }
}
