package org.bluelamp.directory.area;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bluelamp.directory.held.Held;
import org.bluelamp.directory.held.Refreshing;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** The outlines of all areas for drawing, {@link Held} in memory. */
@Component
public class Outlines implements Refreshing {

    private final Held<OutlineSet> held;

    Outlines(Areas areas, PlatformTransactionManager transactions) {
        this.held = new Held<>("the outlines of areas", new FromDatabase(areas), transactions);
    }

    /** All outlines as they are now; the same object until one changes. */
    public OutlineSet current() {
        return held.current();
    }

    /** To be called in the transaction that has changed a boundary, after {@link Areas#boundariesChanged}. */
    void changed() {
        held.changed();
    }

    @Override
    public Held<?> held() {
        return held;
    }

    @Override
    public boolean neededFirst() {
        return true;
    }

    private record FromDatabase(Areas areas) implements Held.Source<OutlineSet> {

        @Override
        public long revision() {
            return areas.boundaryRevision();
        }

        @Override
        public OutlineSet read(@Nullable OutlineSet last) {
            NavigableMap<AreaCode, Versioned<PackedBoundary>> outlines =
                    new TreeMap<>(areas.outlines(last == null ? Map.of() : last.outlines(), PackedBoundary::of));
            return new OutlineSet(outlines);
        }
    }
}
