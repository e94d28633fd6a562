package org.bluelamp.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a folder complete once, though several JVMs may want it at the same time. */
public final class OnceOnly {

    private static final Object ONE_THREAD = new Object();

    private OnceOnly() {}

    /** What fills a folder. */
    @FunctionalInterface
    public interface Filling {
        /** Fills the folder. */
        void fill(Path folder) throws IOException;
    }

    /** The folder, filled now if it was not yet. A filling that failed is done again. */
    public static Path folder(Path folder, Filling filling) {
        Path complete = folder.resolve(".complete");
        if (Files.exists(complete)) {
            return folder;
        }
        // The file's lock keeps other JVMs away, and throws when a thread of our own holds it.
        synchronized (ONE_THREAD) {
            try {
                Files.createDirectories(folder);
                Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
                try (RandomAccessFile file = new RandomAccessFile(lockFile.toFile(), "rw");
                        FileLock lock = file.getChannel().lock()) {
                    if (lock.isValid() && !Files.exists(complete)) {
                        filling.fill(folder);
                        Files.createFile(complete);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Could not fill " + folder + ": " + e.getMessage(), e);
            }
        }
        return folder;
    }
}
