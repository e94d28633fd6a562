package org.bluelamp.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bluelamp.local.process.Trees;

/**
 * The folder a platform lives in.
 *
 * @param root for example {@code .bluelamp} of the checkout
 */
public record PlatformFolder(Path root) {

    /** The name under which the JVM that starts and watches the parts notes its process id beside theirs. */
    public static final String SUPERVISOR = "supervisor";

    private static final String USUAL_NAME = ".bluelamp";

    public PlatformFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder, for its owner alone: passwords lie in it. One that was there before is narrowed if it has our usual
     * name; any other is left as whoever named it has it.
     */
    void create() throws IOException {
        boolean ours = Files.notExists(root) || root.endsWith(USUAL_NAME);
        Files.createDirectories(root);
        if (ours) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Databases, queues, Keycloak's home: what {@code up --fresh} deletes. */
    public Path data() {
        return root.resolve("data");
    }

    /** Logs and process ids. */
    public Path run() {
        return root.resolve("run");
    }

    /** Passwords and keys; they belong to the data. */
    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** Held while a supervisor works here. */
    Path lock() {
        return root.resolve("lock");
    }

    /** Deletes data and secrets, for a start from nothing. */
    public void clear() {
        try {
            Files.deleteIfExists(secrets());
            Trees.delete(data());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete the old data: " + e.getMessage(), e);
        }
    }
}
