package org.bluelamp.directory.station;

import org.jspecify.annotations.Nullable;

/** Somebody else changed or removed the station since the edit began. Nothing was written. */
public final class StaleStation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Station current;

    StaleStation(@Nullable Station current) {
        super("The station was changed meanwhile");
        this.current = current;
    }

    /** The station as it stands; null when it was removed. */
    public @Nullable Station current() {
        return current;
    }
}
