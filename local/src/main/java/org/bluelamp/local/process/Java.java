package org.bluelamp.local.process;

import java.nio.file.Path;

/** The Java that runs us, for starting more of it. */
public final class Java {

    private Java() {}

    /** The program that starts a JVM. */
    public static String launcher() {
        return tool("java").toString();
    }

    /** A tool of the JDK, for example {@code jcmd}; it is missing in a mere runtime. */
    public static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }
}
