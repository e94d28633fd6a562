package org.bluelamp.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.process.Java;
import org.bluelamp.local.process.OnceOnly;
import org.bluelamp.local.process.Steps;

/**
 * A service's jar, unpacked: libraries beside a small jar start faster than jars inside a jar, and their classes can be
 * loaded ahead.
 *
 * @param folder where they are
 * @param jar the small jar to run
 */
record ServiceFiles(Path folder, Path jar) {

    /** Those of the last builds; an older one may still be running somewhere. */
    private static final int KEPT_BUILDS = 3;

    /** The files of the module's present build. */
    static ServiceFiles of(String module, Path checkout, Path cache) {
        Path jar = checkout.resolve(module).resolve("target").resolve(module + "-1.0.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new LocalException(jar + " is missing: build it, for example with `mvn package -DskipTests`.");
        }
        Path builds = cache.resolve("services").resolve(module);
        Path build = OnceOnly.folder(builds.resolve(key(jar)), folder -> {
            Steps.run(
                    "Unpacking " + module,
                    List.of(
                            Java.launcher(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            folder.toString()),
                    folder.resolve("extract.log"));
            forgetOld(builds);
        });
        return new ServiceFiles(build, build.resolve(jar.getFileName()));
    }

    private static String key(Path jar) {
        try {
            return Long.toHexString(Files.getLastModifiedTime(jar).toMillis()) + "-"
                    + Long.toHexString(Files.size(jar));
        } catch (IOException e) {
            throw new LocalException("Could not read " + jar, e);
        }
    }

    private static void forgetOld(Path builds) throws IOException {
        List<Path> old;
        try (Stream<Path> folders = Files.list(builds)) {
            old = folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(ServiceFiles::modified).reversed())
                    .skip(KEPT_BUILDS)
                    .toList();
        }
        for (Path folder : old) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
            Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".lock"));
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
