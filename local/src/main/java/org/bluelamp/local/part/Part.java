package org.bluelamp.local.part;

import java.util.List;
import java.util.Set;
import org.bluelamp.local.process.ChildProcess;

/** One thing that runs: a server, a service. It may be started and stopped any number of times. */
public interface Part {

    /** What people call it, for example {@code news}; also the name of its log. */
    String name();

    /** The ports it serves, which have to be free before it starts. */
    List<Integer> ports();

    /** The parts that have to be ready before it starts. */
    Set<String> needs();

    /**
     * Starts it and waits until it can do its work; nothing happens if it runs.
     *
     * @throws org.bluelamp.local.LocalException when it does not become ready; nothing of it is left running then
     */
    void start();

    /** Asks it to end and waits; nothing happens if it does not run. */
    void stop();

    /** Its processes since the last start, the most important one first. */
    List<ChildProcess> processes();
}
