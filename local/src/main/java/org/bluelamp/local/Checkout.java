package org.bluelamp.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder this repository was checked out to. */
public final class Checkout {

    private Checkout() {}

    /**
     * What the system property {@code bluelamp.home} says, else the nearest folder upwards that holds the repository.
     *
     * @throws LocalException when there is none
     */
    public static Path folder() {
        String home = System.getProperty("bluelamp.home");
        if (home != null) {
            return Path.of(home).toAbsolutePath();
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve(".mvn")) && Files.isDirectory(p.resolve("local"))) {
                return p;
            }
        }
        throw new LocalException("This is not run inside a checkout of Bluelamp: change to one.");
    }
}
