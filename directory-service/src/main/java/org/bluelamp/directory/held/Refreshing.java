package org.bluelamp.directory.held;

/** A bean that answers from something {@link Held}. */
public interface Refreshing {

    /** What it answers from. */
    Held<?> held();

    /** Whether the service cannot answer before it is read for the first time. */
    boolean neededFirst();
}
