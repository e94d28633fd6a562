package org.bluelamp.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.local.platform.Leftovers;
import org.bluelamp.local.platform.PlatformFolder;
import org.bluelamp.local.process.RunningProcess;

/** Stops a running platform, and what a killed one has left. */
final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final PlatformFolder folder;
    private final PrintStream out;

    Down(PlatformFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    int run() {
        Optional<RunningProcess> supervisor = RunningProcess.find(folder.run(), PlatformFolder.SUPERVISOR);
        supervisor.ifPresent(process -> process.stop(PATIENCE));
        RunningProcess.forget(folder.run(), PlatformFolder.SUPERVISOR);
        List<RunningProcess> left = Leftovers.stop(folder.run());
        if (supervisor.isEmpty() && left.isEmpty()) {
            out.println("Nothing of Bluelamp runs.");
        } else if (left.isEmpty()) {
            out.println("Bluelamp has stopped.");
        } else {
            out.println("Bluelamp has stopped; left over from an earlier run were "
                    + left.stream().map(RunningProcess::name).collect(Collectors.joining(", ")) + ".");
        }
        return 0;
    }
}
