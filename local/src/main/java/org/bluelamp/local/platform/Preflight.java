package org.bluelamp.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.part.Part;
import org.bluelamp.local.process.Ports;

/** What is looked at before anything is started, so that it can be said in one line. */
final class Preflight {

    private Preflight() {}

    /** @throws LocalException when a port of a part is taken; says by whom if the system tells */
    static void portsAreFree(List<Part> parts) {
        for (Part part : parts) {
            for (int port : part.ports()) {
                if (Ports.answers(port)) {
                    throw new LocalException("Port " + port + ", which " + part.name() + " needs, is taken"
                            + owner(port) + ": stop that, or choose other ports with BLUELAMP_PORT_OFFSET=1000.");
                }
            }
        }
    }

    private static String owner(int port) {
        return Ports.owner(port)
                .map(process -> " by process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""))
                .orElse("");
    }

    /**
     * Makes the folder if need be.
     *
     * @throws LocalException when less than the given number of bytes is free where it is
     */
    static void diskHasRoom(PlatformFolder folder, long bytes) {
        try {
            folder.create();
            long free = Files.getFileStore(folder.root()).getUsableSpace();
            if (free < bytes) {
                throw new LocalException("Only " + free / 1_000_000 + " MB are free in " + folder.root() + ", and "
                        + bytes / 1_000_000 + " MB are needed: make room.");
            }
        } catch (IOException e) {
            throw new LocalException("Cannot write to " + folder.root() + ": " + e.getMessage(), e);
        }
    }
}
