package org.bluelamp.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder for what is unpacked once and then only read: program files of PostgreSQL and Keycloak. It holds no data and
 * may be deleted whenever nothing runs.
 */
public final class Cache {

    private Cache() {}

    /** {@code .bluelamp/cache} of the checkout this runs in, else a folder below the system's temporary one. */
    public static Path folder() {
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve(".mvn")) && Files.isRegularFile(p.resolve("pom.xml"))) {
                return p.resolve(".bluelamp/cache");
            }
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "bluelamp-" + System.getProperty("user.name"), "cache");
    }
}
