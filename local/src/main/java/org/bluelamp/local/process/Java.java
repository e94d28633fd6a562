package org.bluelamp.local.process;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java that runs us, for starting more of it. */
public final class Java {

    private Java() {}

    /** The program that starts a JVM. */
    public static String launcher() {
        return tool("java").toString();
    }

    /** Our own class path, for starting another of our programs from any folder. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A tool of the JDK, for example {@code jcmd}; it is missing in a mere runtime. */
    public static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }
}
