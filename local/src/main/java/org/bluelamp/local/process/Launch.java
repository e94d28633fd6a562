package org.bluelamp.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a process and how to end it.
 *
 * @param name for messages, for example {@code news}
 * @param command the program and its arguments
 * @param environment variables added to the present ones
 * @param folder the working directory
 * @param log the file that output is appended to
 * @param farewell the signal that asks the process to end
 */
public record Launch(
        String name, List<String> command, Map<String, String> environment, Path folder, Path log, Farewell farewell) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The signal that asks a process to end by itself. */
    public enum Farewell {
        /** What most programs understand. */
        TERM,
        /** PostgreSQL's fast shutdown: its TERM waits until every client has left. */
        INT
    }
}
