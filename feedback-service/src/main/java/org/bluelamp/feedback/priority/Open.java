package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import java.util.List;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/** A priority that was set and not reviewed since. */
public record Open(Undertaking undertaking, long version) implements Current {

    /** A new priority. */
    public static Open set(PriorityId id, AreaCode area, Aim aim, LocalDate day) {
        return new Open(new Undertaking(id, area, aim, day, List.of(), 0), 1);
    }

    @Override
    public @Nullable Review review() {
        return null;
    }

    @Override
    public Open with(Undertaking changed) {
        return new Open(changed, version + 1);
    }
}
