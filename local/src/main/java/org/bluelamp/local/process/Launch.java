package org.bluelamp.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a process and how to end it.
 *
 * @param name for messages and file names, for example {@code news}
 * @param port the one it serves, told by {@code status}; 0 for none
 * @param command the program and its arguments
 * @param environment variables added to the present ones
 * @param folder the working directory
 * @param run the folder of its log, {@code <name>.log}, and of its process id, {@code <name>.pid}
 * @param farewell the signal that asks the process to end
 */
public record Launch(
        String name,
        int port,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Path run,
        Farewell farewell) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        folder = folder.toAbsolutePath();
        run = run.toAbsolutePath();
    }

    /** The file that output is appended to. */
    public Path log() {
        return run.resolve(name + ".log");
    }

    Path pidFile() {
        return run.resolve(name + ".pid");
    }
}
