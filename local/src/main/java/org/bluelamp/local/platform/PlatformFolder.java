package org.bluelamp.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bluelamp.local.process.Trees;

/**
 * The folder a platform lives in.
 *
 * @param root for example {@code .bluelamp} of the checkout
 */
public record PlatformFolder(Path root) {

    /** The name under which the JVM that starts and watches the parts notes its process id beside theirs. */
    public static final String SUPERVISOR = "supervisor";

    public PlatformFolder {
        root = root.toAbsolutePath().normalize();
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
