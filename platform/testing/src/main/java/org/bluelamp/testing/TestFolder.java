package org.bluelamp.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bluelamp.local.process.Trees;

/** Folders of servers that live as long as the JVM. */
final class TestFolder {

    private TestFolder() {}

    static Path create(String name) {
        try {
            return Files.createTempDirectory("bluelamp-test-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server and deletes its folder when the JVM ends. */
    static void atExit(Runnable stop, Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            delete(folder);
        }));
    }

    private static void delete(Path folder) {
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            // It lies in the system's temporary folder; the system will delete it.
        }
    }
}
