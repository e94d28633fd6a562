package org.bluelamp.local.service;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.local.part.Program;
import org.bluelamp.local.process.AheadCache;
import org.bluelamp.local.process.Farewell;
import org.bluelamp.local.process.Java;
import org.bluelamp.local.process.Launch;

/** Runs a Spring Boot jar of this repository. */
public final class Service {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /**
     * For a small machine: one collector thread, no optimising compiler, small stacks. The heap holds the demo data of
     * the whole county with room to spare.
     */
    private static final List<String> DEMO_JVM = List.of(
            "-Xms32m",
            "-Xmx192m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    /** What the manifests give a service's container, and the collector that Java takes for so little. */
    private static final List<String> DEPLOYED_JVM = List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    private static final List<String> IMPORT_JVM = List.of(
            "-Xms64m",
            "-Xmx288m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=64m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    private Service() {}

    /** As how large a service runs. */
    public enum Size {
        /** As little as does for a demo on a laptop. */
        DEMO,
        /** As in a container. */
        DEPLOYED
    }

    /** The program of a service; {@code ahead} says whether classes may be loaded from a cache. */
    public static Program program(
            ServiceSettings settings,
            Set<String> needs,
            ServiceSettings.Folders folders,
            AheadCache.Use ahead,
            Size size) {
        return new Program(
                settings.name(),
                settings.port(),
                needs,
                () -> launch(settings, folders, ahead, size),
                URI.create("http://127.0.0.1:" + settings.port() + "/actuator/health/readiness"),
                LIMIT);
    }

    /**
     * The command that runs one import of a service and ends: with room for millions of rows on their way, and the
     * optimising compiler.
     *
     * @param arguments of the service's jar
     */
    public static List<String> importing(
            ServiceSettings settings, ServiceSettings.Folders folders, List<String> arguments) {
        ServiceFiles files = ServiceFiles.of(settings.module(), folders.checkout(), folders.cache());
        List<String> command = new ArrayList<>(List.of(Java.launcher()));
        command.addAll(IMPORT_JVM);
        command.add("-Dbluelamp.import.reports=" + folders.run());
        command.addAll(List.of("-jar", files.jar().toString()));
        command.addAll(arguments);
        return command;
    }

    private static Launch launch(
            ServiceSettings settings, ServiceSettings.Folders folders, AheadCache.Use ahead, Size size) {
        ServiceFiles files = ServiceFiles.of(settings.module(), folders.checkout(), folders.cache());
        List<String> command = new ArrayList<>(List.of(Java.launcher()));
        command.addAll(size == Size.DEMO ? DEMO_JVM : DEPLOYED_JVM);
        command.addAll(ahead(files, settings).options(ahead));
        command.addAll(List.of("-jar", files.jar().toString()));
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put("PORT", Integer.toString(settings.port()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        return new Launch(
                settings.name(), settings.port(), command, environment, folders.run(), folders.run(), Farewell.TERM);
    }

    /** The cache of the classes that a service's present build loads. */
    public static AheadCache ahead(ServiceSettings settings, ServiceSettings.Folders folders) {
        return ahead(ServiceFiles.of(settings.module(), folders.checkout(), folders.cache()), settings);
    }

    private static AheadCache ahead(ServiceFiles files, ServiceSettings settings) {
        return AheadCache.of(files.folder(), settings.name());
    }
}
